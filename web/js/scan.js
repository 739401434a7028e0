// Moves the scan along with the text to the current match, which it marks. Adds buttons that zoom.
import { button } from "./element.js";

const scans = document.querySelector(".scans");
const LARGEST = 3;
let current = 1;

/** Marks the boxes of the match with this number, counted from 1, and shows the first of them. */
function show(number) {
  current = number;
  const boxes = [...scans.querySelectorAll(`[data-hit="${number}"]`)];
  scans.querySelectorAll("[data-hit]").forEach((box) => { box.ariaCurrent = boxes.includes(box) ? "true" : null; });
  const view = boxes[0]?.closest(".scan-view");
  if (view) {
    const box = boxes[0].getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    view.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
    view.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
    const page = view.closest("figure");
    scans.scrollTop += page.getBoundingClientRect().top - scans.getBoundingClientRect().top;
  }
}

/** Makes the scans this many steps larger or smaller, with more pixels once they are enlarged. */
function zoom(by) {
  scans.dataset.zoom = Math.min(Math.max(Number(scans.dataset.zoom ?? 1) + by, 1), LARGEST);
  scans.querySelectorAll("img").forEach((img) => { img.src = img.src.replace("=medium", "=full"); });
}

/** On a phone the scan takes the place of the text: large enough to read, at the current match. */
function arrive() {
  if (location.hash === "#scans" && matchMedia("(max-width: 52rem)").matches) {
    scans.dataset.zoom ?? zoom(LARGEST);
    show(current);
  }
}

if (scans) {
  scans.querySelector(".scan-tools").replaceChildren(
    button(() => zoom(1), { "aria-label": "Larger" }, "+"),
    button(() => zoom(-1), { "aria-label": "Smaller" }, "−"));
  addEventListener("broadsheet:hit", ({ detail }) => show(detail));
  addEventListener("hashchange", arrive);
  arrive();
}
