// Lets the search box be emptied by a button, and grow with the query: one that is longer than the line
// makes it a box of several lines, as the page has it from the start for a long query.
import { element } from "./element.js";

const box = document.getElementById("q");
const isTooLong = () => box.scrollWidth > box.clientWidth + 1;

function searchOnEnter(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

/** A box of several lines with the same name, text and selection. */
function tall() {
  const kept = [...box.attributes].filter(({ name }) => !/^(type|value|role|aria-(?!key).*)$/.test(name));
  const same = Object.fromEntries(kept.map(({ name, value }) => [name, value]));
  const made = element("textarea", { rows: "1", enterkeyhint: "search", ...same });
  made.value = box.value;
  made.addEventListener("keydown", searchOnEnter);
  return made;
}

function grow(event) {
  if (box.isConnected && !event.isComposing && isTooLong()) {
    const { selectionStart, selectionEnd } = box;
    const made = tall();
    box.replaceWith(made);
    made.focus();
    made.setSelectionRange(selectionStart, selectionEnd);
  }
}

if (box.matches("textarea")) {
  box.addEventListener("keydown", searchOnEnter);
} else {
  ["focus", "input", "compositionend"].forEach((type) => box.addEventListener(type, grow));
}

const clear = box.form.querySelector(".clear");
const offer = () => { clear.hidden = document.getElementById("q").value === ""; };

/** Empties the box, which then tells its other scripts. */
export function empty() {
  const shown = document.getElementById("q");
  shown.value = "";
  shown.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

box.form.addEventListener("input", offer);
clear.addEventListener("click", () => { empty(); document.getElementById("q").focus(); });
offer();
