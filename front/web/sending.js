// What htmx sends: no search for a single letter, and a word when something could not be sent. The form is left as it is.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt } = event.detail;
  const least = Number(elt.dataset.atLeast ?? 0);
  if (least && elt.value.trim().length > 0 && elt.value.trim().length < least) event.preventDefault();
});

for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, tellNotSent);

document.addEventListener("htmx:beforeRequest", () => {
  document.querySelector("#said .not-sent")?.remove();
});

function tellNotSent() {
  const said = document.querySelector("#said");
  const notice = document.querySelector("#not-sent")?.content.cloneNode(true);
  if (!said || !notice) return;
  said.replaceChildren(notice);
  said.scrollIntoView({ block: "nearest" });
}
