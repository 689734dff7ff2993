// Dots over what is common: a press shows at once and is kept a moment later, the whole set each time. Without this
// script every press is the form itself, sent and answered.
const KEPT_AFTER = 400;
let waiting;

document.addEventListener("click", (event) => {
  const button = event.target.closest(".dotting button");
  if (!button) return;
  event.preventDefault();
  const form = button.form;
  const step = button.name === "more" ? 1 : -1;
  const count = form.elements[`dots_${button.value}`];
  if (Number(count.value) + step < 0 || left(form) - step < 0) return;
  count.value = Number(count.value) + step;
  show(form, button.closest("li"), Number(count.value));
  clearTimeout(waiting);
  waiting = setTimeout(() => keep(form), KEPT_AFTER);
});

function left(form) {
  const placed = [...form.querySelectorAll("[name^=dots_]")].reduce((sum, one) => sum + Number(one.value), 0);
  return Number(form.dataset.all) - placed;
}

function show(form, row, count) {
  const rest = left(form);
  row.querySelector(".num").textContent = count;
  fill(row.querySelector(".dots"), count, count);
  fill(form.querySelector(".left .dots"), rest, Number(form.dataset.all));
  form.querySelector("[data-left]").textContent = rest;
  for (const one of form.querySelectorAll(".stepper")) {
    dim(one.querySelector("[name=less]"), !Number(one.querySelector("[name^=dots_]").value));
    dim(one.querySelector("[name=more]"), !rest);
  }
}

function fill(dots, filled, all) {
  dots.replaceChildren(...Array.from({ length: all }, (_, at) => dot(at < filled ? "" : "off")));
}

function dot(name) {
  const made = document.createElement("i");
  made.className = name;
  return made;
}

function dim(button, is) {
  if (is) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

// what could not be sent goes with the next press, or with the button beneath
function keep(form) {
  fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", keepalive: true }).catch(() => {});
}
