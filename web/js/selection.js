// The keys of the results: one hit is selected, which the browser keeps with the page in its
// history, so that coming back leads to where one was.
import { register } from "./keyboard.js";

const GROUP = "On the results";
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

/** Marks the hit of that number, from 0, puts focus on its link and brings it into view. */
function select(index) {
  const hit = hits[Math.max(0, Math.min(index, hits.length - 1))];
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  link(hit).focus({ preventScroll: true });
  hit.scrollIntoView({ block: "nearest", behavior: isStill ? "instant" : "smooth" });
}

function open() {
  const hit = hits[selected()];
  return hit ? link(hit).click() : false;
}

/** Where the browser has kept a selection, selects the same hit again. */
function restore() {
  const index = history.state?.selected;
  if (hits[index] && !hits[index].contains(document.activeElement)) {
    select(index);
  }
}

/** An entry for each link that is there. */
const step = (keys, rel, description) => {
  const found = document.querySelector(`.paging a[rel=${rel}]`);
  return found ? [{ keys, description, group: GROUP, action: () => found.click() }] : [];
};

if (hits.length > 0) {
  hits.forEach((hit, index) => hit.addEventListener("focusin", () => mark(index)));
  register([
    { keys: "j", description: "Select the next hit", group: GROUP,
      action: () => select(selected() + 1) },
    { keys: "k", description: "Select the hit before", group: GROUP,
      action: () => select(selected() - 1) },
    { keys: "o", description: "Open the selected hit, as Enter does", group: GROUP, action: open },
    ...step("n", "next", "Go to the next page of results"),
    ...step("p", "prev", "Go to the page of results before"),
  ]);
  addEventListener("pageshow", restore);
}
