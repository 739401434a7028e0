// Lets the search box grow with the query: when the reader goes on with one that is longer than the line,
// it becomes a box of several lines, as the page has it from the start for a long query.
import { describe, element } from "./element.js";

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
  const kept = [...box.attributes].filter(({ name }) =>
    !["type", "value", "role"].includes(name) && (!name.startsWith("aria-") || name === "aria-keyshortcuts"));
  const made = element("textarea", { rows: "1", enterkeyhint: "search" });
  describe(made, Object.fromEntries(kept.map(({ name, value }) => [name, value])));
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
