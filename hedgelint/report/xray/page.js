(() => {
  const body = document.body;
  for (const box of document.querySelectorAll("input[data-shows]")) {
    const set = () => body.classList.toggle("no-" + box.dataset.shows, !box.checked);
    box.addEventListener("change", set);
    set();
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-voice]");
    if (!button) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    for (const other of document.querySelectorAll("button[data-voice]"))
      other.setAttribute("aria-pressed", String(other === button && on));
    body.classList.toggle("dim-others", on);
    for (const words of document.querySelectorAll(".text [data-voice]"))
      words.classList.toggle("lit", on && words.dataset.voice === button.dataset.voice);
  });
})();
