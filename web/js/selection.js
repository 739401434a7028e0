// The results page: filters and facts that are open where there is room, and shortcuts. The selected
// hit is stored in the browser's history, so that Back returns to it.
import { register } from "./keyboard.js";

const hits = [...document.querySelectorAll("article.hit")];
const link = (hit) => hit.querySelector("h2 a");
const selected = () => hits.findIndex((hit) => hit.hasAttribute("aria-current"));

function mark(index) {
  hits.forEach((hit, at) => { hit.ariaCurrent = at === index ? "true" : null; });
  history.replaceState({ ...history.state, selected: index }, "");
}

/** Selects the hit with this number, counted from 0: focuses its link and scrolls it into view. */
function select(index) {
  const hit = hits[Math.max(0, Math.min(index, hits.length - 1))];
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  link(hit).focus({ preventScroll: true });
  mark(hits.indexOf(hit)); // a window in the background hears of no focus
  hit.scrollIntoView({ block: "nearest", behavior: isStill ? "instant" : "smooth" });
}

const open = () => (selected() < 0 ? false : link(hits[selected()]).click());

if (hits.length > 0) {
  hits.forEach((hit, index) => hit.addEventListener("focusin", () => mark(index)));
  register("On the results page",
    ["j", "Select the next result", () => select(selected() + 1)],
    ["k", "Select the previous result", () => select(selected() - 1)],
    ["o", "Open the selected result, as Enter does", open]);
  addEventListener("pageshow", () => { // restores a selection that the browser kept
    const kept = hits[history.state?.selected];
    return kept && !kept.contains(document.activeElement) && select(history.state.selected);
  });
}

const boxes = document.querySelectorAll(".filter-box, .rest");
const isWide = matchMedia("(min-width: 52.01rem)");
const openWhereWide = () => boxes.forEach((box) => box.toggleAttribute("open", box.open || isWide.matches));
isWide.addEventListener("change", openWhereWide);
openWhereWide();
