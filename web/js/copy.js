// Adds a button to each citation and command that copies it.
import { element } from "./element.js";

const PAUSE_MS = 2000;

/** Selects the text, which the reader can then copy by hand, and tries to copy it. */
async function copy(citation, button) {
  getSelection().selectAllChildren(citation);
  try {
    await navigator.clipboard.writeText(citation.textContent);
    button.textContent = "Copied";
  } catch {
    button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
  }
  setTimeout(() => { button.textContent = "Copy"; }, PAUSE_MS);
}

for (const citation of document.querySelectorAll(".citation, .citation-style, .command")) {
  const button = element("button", { type: "button", class: "copy", "aria-live": "polite" }, "Copy");
  button.addEventListener("click", () => copy(citation, button));
  citation.after(citation.matches("dd") ? element("dd", {}, button) : button);
}
