// Stars, lists and read marks, changed in place. A press changes what is drawn at once, and the next
// press is for what is drawn then: a second press undoes the first.
import { button, element } from "./element.js";
import { exchange, show } from "./inplace.js";
import { register } from "./keyboard.js";

const PARTS = ".kept, #keep, #picker, .hit .on-lists";
const form = () => document.getElementById("keep");
const ticked = () => [...document.querySelectorAll(".tick input:checked")];
const failed = [];

/** Shows the offer to undo, or the trouble, in place of an earlier one. */
function offer(made) {
  const old = document.getElementById("undo");
  const row = old?.contains(document.activeElement) && document.querySelector(".kept button");
  old?.remove();
  document.querySelector(".hits, .reading-column").append(made ?? "");
  row && (made?.querySelector("button") ?? row).focus({ preventScroll: true });
}

/** Sends the fields of a form; returns whether it was done. */
async function send(body) {
  try {
    const page = await exchange(form().action, body, PARTS);
    offer(page.getElementById("undo"));
    return true;
  } catch ({ message }) {
    failed.push(body);
    const again = button(() => { offer(); failed.splice(0).forEach(send); }, {}, "Try again");
    offer(element("div", { class: "undo", id: "undo", role: "alert" },
      element("p", {}, `Not kept. ${message}`), again));
    return false;
  }
}

/** The fields of the form, and others. */
function fields(entries) {
  const body = new FormData(form());
  Object.entries(entries).forEach(([name, value]) => body.set(name, value));
  return body;
}

/** Presses a star or read mark beside an article. */
async function press(mark) {
  const { id } = mark.closest(".kept");
  const draw = (isOn) => document.getElementById(id).querySelector(`.${mark.className}`)
    ?.setAttribute("aria-pressed", isOn);
  const isOn = mark.ariaPressed === "false";
  const name = mark.name.replace(/^un/, "");
  draw(isOn);
  if (!await send(fields({ [isOn ? name : `un${name}`]: mark.value }))) {
    draw(!isOn);
  }
}

/** Puts the ticked articles on a list; then they are ticked no more. */
async function putTicked() {
  const chosen = ticked().map(({ value }) => value);
  if (await send(fields({}))) {
    ticked().forEach((tick) => { tick.checked = !chosen.includes(tick.value); });
    form().elements.name.value = "";
  }
}

/** Shows the lists beside an arrow, those pressed that its article is on. */
function pick(arrow) {
  const { article, lists } = arrow.parentElement.dataset;
  const picker = document.getElementById("picker");
  picker.dataset.article = article;
  picker.querySelectorAll("[name=list]").forEach((list) => {
    list.ariaPressed = lists.split(" ").includes(list.value);
  });
  picker.showPopover({ source: arrow });
  picker.querySelector("button, input").focus();
  const { bottom, right } = arrow.getBoundingClientRect();
  picker.style.top = `${Math.min(bottom, innerHeight - picker.offsetHeight)}px`;
  picker.style.left = `${Math.max(0, right - picker.offsetWidth)}px`;
}

/** Changes the list that was pressed, or makes the one that was named. */
function picked(picker, { name, value, ariaPressed }) {
  const { article } = picker.dataset;
  const change = ariaPressed === "true" ? "unstar" : "star";
  const made = picker.elements.name.value;
  picker.hidePopover();
  picker.reset();
  send(name === "list" ? fields({ [change]: article, target: value }) : fields({ article, name: made }));
}

addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (["keep", "undo", "picker"].includes(target.id)) {
    event.preventDefault();
    target.id === "picker" ? picked(target, submitter)
      : target.id === "undo" ? send(new FormData(target, submitter))
      : submitter.closest(".kept") ? press(submitter)
      : putTicked();
  }
});
addEventListener("click", ({ target }) => {
  const pressed = target.closest(".pick, #picker [name=list]");
  return pressed && (pressed.form ? picked(pressed.form, pressed) : pick(pressed));
});
addEventListener("scroll", () => document.querySelector("#picker:popover-open")?.hidePopover());

const star = () => document.querySelector("[aria-current] .star, .about-article .star");
if (form()) {
  register(document.querySelector(".hits") ? "On the results page" : "In the article",
    ["s", "Keep the article, or take it off again", () => (star() ? press(star()) : false)]);
  addEventListener("pageshow", async ({ persisted }) => { // Back shows the page as it was left
    if (persisted || performance.getEntriesByType("navigation")[0].type === "back_forward") {
      show(await fetch(location.href), PARTS);
    }
  });
}
