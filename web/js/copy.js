// Adds a button to each citation and command that copies it.
import { button, element } from "./element.js";

/** Selects the text, which the reader can then copy by hand, and tries to copy it. */
async function copy(citation, pressed) {
  getSelection().selectAllChildren(citation);
  try {
    await navigator.clipboard.writeText(citation.textContent);
    pressed.textContent = "Copied";
  } catch {
    pressed.textContent = document.execCommand("copy") ? "Copied" : "Selected";
  }
  setTimeout(() => { pressed.textContent = "Copy"; }, 2000);
}

for (const citation of document.querySelectorAll(".citation, .citation-style, .command")) {
  const made = button((pressed) => copy(citation, pressed), { class: "copy", "aria-live": "polite" }, "Copy");
  citation.after(citation.matches("dd") ? element("dd", {}, made) : made);
}
