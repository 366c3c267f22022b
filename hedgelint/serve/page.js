(() => {
  const by = (id) => document.getElementById(id);
  const [story, rule, state, busy, main] = [by("story"), by("rule"), by("state"), by("busy"), document.querySelector("main")];
  let file = null, sources = [], withRule = false, asking = false, again = false, timer = 0;

  const read = (one) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: one.name, base64: reader.result.slice(reader.result.indexOf(",") + 1) });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(one);
  });
  const tell = (words, wrong = false) => {
    state.textContent = words;
    state.parentElement.classList.toggle("wrong", wrong);
  };

  async function ask() {
    if (asking) { again = true; return; }
    if (!file && !story.value.trim()) { main.replaceChildren(); tell("Nothing leaves this machine, and nothing is kept."); return; }
    asking = true;
    const slow = setTimeout(() => { busy.hidden = false; tell("Looking …"); }, 300);
    try {
      const body = { story: file ?? { name: "pasted.txt", text: story.value }, sources, rule: withRule ? rule.value : "" };
      const answer = await fetch("/xray", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const got = await answer.json();
      if (got.error) tell(got.error, true);
      else {
        document.body.classList.remove("dim-others");
        main.innerHTML = got.html;
        by("proof").innerHTML = got.rule;
        tell("Looked at. Nothing leaves this machine, and nothing is kept.");
      }
    } catch (error) {
      tell("No answer: is hedgelint serve still running?", true);
    } finally {
      clearTimeout(slow);
      busy.hidden = true;
      asking = false;
      if (again) { again = false; ask(); }
    }
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 350); };

  async function take(one) {
    if (!one) return;
    file = await read(one);
    story.value = "";
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = "take it away";
    back.addEventListener("click", () => { file = null; by("dropped").hidden = true; by("story-file").value = ""; story.focus(); ask(); });
    by("dropped").replaceChildren(one.name + " ", back);
    by("dropped").hidden = false;
    ask();
  }

  story.addEventListener("input", () => { file = null; by("dropped").hidden = true; soon(); });
  for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]])
    document.addEventListener(name, (event) => {
      event.preventDefault();
      document.body.classList.toggle("over", over);
      if (name === "drop") take(event.dataTransfer.files[0]);
    });
  by("story-file").addEventListener("change", (event) => take(event.target.files[0]));
  by("sources").addEventListener("change", async (event) => {
    sources = await Promise.all([...event.target.files].map(read));
    by("source-names").replaceChildren(...sources.map((one) => {
      const item = document.createElement("li");
      item.textContent = one.name;
      return item;
    }));
    ask();
  });
  by("try").addEventListener("click", () => { withRule = true; if (!file && !story.value.trim()) story.value = "The council met."; ask(); });
  by("drop-rule").addEventListener("click", () => { withRule = false; ask(); });
})();
