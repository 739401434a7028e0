// From match to match in an article, and from one difference to the next between two versions: by
// keys, by buttons in the place of two links, and with a note of how far one has come.
import { register } from "./keyboard.js";
import { describe, element } from "./element.js";

const bar = document.querySelector(".hit-bar");
const hits = [...document.querySelectorAll("[id^=hit-]")];
const place = bar?.querySelector("[role=status]");
let current = -1;

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Makes the hit of that number, from 0, the current one. */
function mark(index) {
  hits[current]?.removeAttribute("aria-current");
  current = index;
  hits[current].setAttribute("aria-current", "true");
  place.textContent = `${current + 1} of ${hits.length}`;
}

/** Goes to the hit so many after the current one, from the last on to the first. */
function step(by) {
  const from = current < 0 && by < 0 ? 0 : current;
  mark((from + by + hits.length) % hits.length);
  hits[current].scrollIntoView({ block: "center", behavior: isStill() ? "instant" : "smooth" });
  history.replaceState(history.state, "", `#${hits[current].id}`);
}

/** The same by key: who reads on by Tab reads on from there. */
function stepByKey(by) {
  step(by);
  hits[current].focus({ preventScroll: true });
}

/** Where the address names a hit, that is the current one; the browser has gone there itself. */
function followAddress() {
  const index = hits.findIndex(({ id }) => `#${id}` === location.hash);
  if (index >= 0) {
    mark(index);
  }
}

function button(label, key, by) {
  const made = element("button", { type: "button", "aria-keyshortcuts": key }, label);
  made.addEventListener("click", () => step(by));
  return made;
}

if (bar && hits.length > 0) {
  const { noun, group } = bar.dataset;
  hits.forEach((hit) => describe(hit, { tabindex: "-1" }));
  bar.querySelector(".steps").replaceChildren(button("Previous", "p", -1), button("Next", "n", 1));
  register([
    { keys: "n", description: `Go to the next ${noun}`, group, action: () => stepByKey(1) },
    { keys: "p", description: `Go to the ${noun} before`, group, action: () => stepByKey(-1) },
  ]);
  addEventListener("hashchange", followAddress);
  followAddress();
}
