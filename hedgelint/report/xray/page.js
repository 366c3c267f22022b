(() => {
  const body = document.body;
  for (const box of document.querySelectorAll("input[data-shows]")) {
    const set = () => body.classList.toggle("no-" + box.dataset.shows, !box.checked);
    box.addEventListener("change", set);
    set();
  }
  const buttons = [...document.querySelectorAll("button[data-voice]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button && on));
      body.classList.toggle("dim-others", on);
      for (const words of document.querySelectorAll(".text [data-voice]"))
        words.classList.toggle("lit", on && words.dataset.voice === button.dataset.voice);
    });
  }
})();
