// Recent searches, kept in this browser alone: a page of results adds its own, the front page lists them.
import { attempt, element } from "./element.js";

const KEPT = "recent searches";
const place = document.querySelector(".recent");
const { value, form } = document.getElementById("q");
const texts = attempt(() => JSON.parse(localStorage.getItem(KEPT))) ?? [];

if (place && texts.length > 0) {
  const link = (text) => element("a", { href: `${form.action}?q=${encodeURIComponent(text)}`, dir: "auto" }, text);
  place.querySelector("ul").append(...texts.map((text) => element("li", {}, link(text))));
  place.querySelector("button").addEventListener("click", () => { place.hidden = true; localStorage.removeItem(KEPT); });
  place.hidden = false;
} else if (!place && value.trim() !== "") {
  attempt(() => localStorage.setItem(KEPT, JSON.stringify([...new Set([value.trim(), ...texts])].slice(0, 8))));
}
