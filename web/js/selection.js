// Shortcuts on the results page. The selected hit is stored in the browser's history, so that
// Back returns to it.
import { register } from "./keyboard.js";

const GROUP = "On the results page";
const hits = [...document.querySelectorAll("article.hit")];
const link = (hit) => hit.querySelector("h2 a");
const selected = () => hits.findIndex((hit) => hit.hasAttribute("aria-current"));

function mark(index) {
  hits.forEach((hit, at) => {
    if (at === index) {
      hit.setAttribute("aria-current", "true");
    } else {
      hit.removeAttribute("aria-current");
    }
  });
  history.replaceState({ ...history.state, selected: index }, "");
}

/** Selects the hit with this number, counted from 0: focuses its link and scrolls it into view. */
function select(index) {
  const within = Math.max(0, Math.min(index, hits.length - 1));
  const hit = hits[within];
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  link(hit).focus({ preventScroll: true });
  mark(within); // a window in the background hears of no focus
  hit.scrollIntoView({ block: "nearest", behavior: isStill ? "instant" : "smooth" });
}

function open() {
  const hit = hits[selected()];
  return hit ? link(hit).click() : false;
}

/** Restores a selection that the browser kept. */
function restore() {
  const index = history.state?.selected;
  if (hits[index] && !hits[index].contains(document.activeElement)) {
    select(index);
  }
}

/** One shortcut for a paging link, if the page has it. */
const step = (keys, rel, description) => {
  const found = document.querySelector(`.paging a[rel=${rel}]`);
  return found ? [{ keys, description, group: GROUP, action: () => found.click() }] : [];
};

if (hits.length > 0) {
  hits.forEach((hit, index) => hit.addEventListener("focusin", () => mark(index)));
  register([
    { keys: "j", description: "Select the next hit", group: GROUP,
      action: () => select(selected() + 1) },
    { keys: "i", description: "Select the previous hit", group: GROUP,
      action: () => select(selected() - 1) },
    { keys: "o", description: "Open the selected hit, as Enter does", group: GROUP, action: open },
    ...step("n", "next", "Go to the next page of results"),
    ...step("p", "prev", "Go to the previous page of results"),
  ]);
  addEventListener("pageshow", restore);
}
