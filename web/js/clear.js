// A button that empties the search box, shown while there is something in it.
const form = document.querySelector(".searchbox");
const button = form.querySelector(".clear");

/** The box, which is another one once a query is long. */
const box = () => document.getElementById("q");

function offer() {
  button.hidden = box().value === "";
}

/** Empties the box, which then tells its other scripts. */
export function empty() {
  box().value = "";
  box().dispatchEvent(new InputEvent("input", { bubbles: true }));
}

form.addEventListener("input", offer);
button.addEventListener("click", () => {
  empty();
  box().focus();
});
offer();
