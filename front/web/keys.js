// Keys: "/" goes to search, Esc closes what is open. A menu also closes when somebody presses elsewhere.
const MENUS = "details.seat[open], details.all[open]";

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus();
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector("#find") ?? document.querySelector("[data-search]");
  if (!search) return;
  event.preventDefault();
  if (search.matches("a")) search.click();
  else search.focus();
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(MENUS)) if (!menu.contains(event.target)) menu.open = false;
});

function closeMenus() {
  for (const menu of document.querySelectorAll(MENUS)) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
