// Steps through the matches in an article, or the differences between two versions, by key or by
// buttons that replace the First and Last links, and shows the position (“3 of 12”).
import { register } from "./keyboard.js";
import { button, element } from "./element.js";

const bar = document.querySelector(".hit-bar");
const hits = [...document.querySelectorAll("[id^=hit-]")];
const place = bar?.querySelector("[role=status]");
const number = (index) => Number(hits[index].id.slice(4));
let current = -1;

/** Makes the hit with this number, counted from 0, the current one. */
function mark(index) {
  current = index;
  hits.forEach((hit, at) => { hit.ariaCurrent = at === index ? "true" : null; });
  hits[current].closest("details")?.setAttribute("open", "");
  place.textContent = `${number(current)} of ${bar.dataset.count}`;
  dispatchEvent(new CustomEvent("broadsheet:hit", { detail: number(current) }));
}

/** Moves by this many hits, on to the next part or from the last to the first; by key with the focus, for Tab. */
function step(by, isByKey) {
  const from = current < 0 && by < 0 ? 0 : current;
  const part = from + by === hits.length ? bar.dataset.after : from + by < 0 ? bar.dataset.before : "";
  if (part) return location.assign(`${part}#hit-${number(from) + by}`);
  mark((from + by + hits.length) % hits.length);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  hits[current].scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
  history.replaceState(history.state, "", `#${hits[current].id}`);
  isByKey && hits[current].focus({ preventScroll: true });
}

/** The hit that the address names is the current one, or the first from the page of the text on that it names. */
function followAddress() {
  const page = location.hash && document.querySelector(`.part-start#${CSS.escape(location.hash.slice(1))}`);
  const index = hits.findIndex((hit) => page
    ? page.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING
    : `#${hit.id}` === location.hash);
  return index >= 0 && mark(index);
}

const stepper = (label, noun, key, by) => button(() => step(by, false), { "aria-keyshortcuts": key },
  label, element("span", { class: "noun" }, ` ${noun}`));

if (bar && hits.length > 0) {
  const { noun, group } = bar.dataset;
  hits.forEach((hit) => { hit.tabIndex = -1; });
  bar.querySelector(".steps").replaceChildren(stepper("Previous", noun, "p", -1), stepper("Next", noun, "n", 1));
  register(group,
    ["n", `Go to the next ${noun}`, () => step(1, true)],
    ["p", `Go to the previous ${noun}`, () => step(-1, true)]);
  addEventListener("hashchange", followAddress);
  followAddress();
}
