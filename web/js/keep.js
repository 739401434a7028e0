// Stars, lists and read marks, changed in place. Each press is for what its button does by the time
// it is sent, so a second press undoes the first.
import { element } from "./element.js";
import { exchange, inTurn } from "./inplace.js";
import { register } from "./keyboard.js";

const form = () => document.getElementById("keep");
const ticked = () => [...document.querySelectorAll(".tick input:checked")];

/** Shows the offer to undo, or the trouble, in place of an earlier one. */
function offer(made) {
  document.getElementById("undo")?.remove();
  document.querySelector(".hits, .reading-column").append(made ?? "");
}

/** Sends the fields of a form; returns whether it was done. */
async function send(body) {
  try {
    const page = await exchange(form().action, body, ".kept, #keep, #picker");
    offer(page.getElementById("undo"));
    return true;
  } catch ({ message }) {
    const again = element("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => { offer(); post(body); });
    offer(element("div", { class: "undo", id: "undo", role: "alert" },
      element("p", {}, `Not kept. ${message}`), again));
    return false;
  }
}

const post = (body) => inTurn(() => send(body));

/** The fields of the form, and others. */
function fields(entries) {
  const body = new FormData(form());
  Object.entries(entries).forEach(([name, value]) => body.set(name, value));
  return body;
}

/** Presses a button beside an article, which looks pressed at once. */
function press(button) {
  const { id } = button.closest(".kept");
  const now = () => document.getElementById(id).querySelector(`.${button.className}`);
  const draw = (isOn) => now().setAttribute("aria-pressed", isOn);
  draw(now().ariaPressed === "false");
  inTurn(async () => {
    const { name, value } = now();
    if (!await send(fields({ [name]: value }))) {
      draw(name.startsWith("un"));
    }
  });
}

/** Puts the ticked articles on a list; then they are ticked no more. */
async function putTicked() {
  const chosen = ticked().map(({ value }) => value);
  if (await post(fields({}))) {
    ticked().forEach((tick) => { tick.checked = !chosen.includes(tick.value); });
  }
}

/** Shows the lists beside a button, those pressed that its article is on. */
function pick(button) {
  const { article, lists } = button.parentElement.dataset;
  const picker = document.getElementById("picker");
  picker.dataset.article = article;
  picker.querySelectorAll("[name=list]").forEach((list) => {
    list.ariaPressed = lists.split(" ").includes(list.value);
  });
  picker.showPopover({ source: button });
  picker.querySelector("button, input").focus();
  const { bottom, right } = button.getBoundingClientRect();
  picker.style.top = `${Math.min(bottom, innerHeight - picker.offsetHeight)}px`;
  picker.style.left = `${Math.max(0, right - picker.offsetWidth)}px`;
}

/** Changes the list that was pressed, or makes the one that was named. */
function picked(picker, { name, value, ariaPressed }) {
  const { article } = picker.dataset;
  const change = ariaPressed === "true" ? "unstar" : "star";
  picker.hidePopover();
  post(name === "list" ? fields({ [change]: article, target: value })
    : fields({ article, name: picker.elements.name.value }));
}

addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (["keep", "undo", "picker"].includes(target.id)) {
    event.preventDefault();
    target.id === "picker" ? picked(target, submitter)
      : target.id === "undo" ? post(new FormData(target, submitter))
      : submitter.closest(".kept") ? press(submitter)
      : putTicked();
  }
});
addEventListener("click", ({ target }) => {
  const button = target.closest(".pick, #picker [name=list]");
  return button && (button.form ? picked(button.form, button) : pick(button));
});

const star = () => document.querySelector("[aria-current] .star, .about-article .star");
if (document.querySelector(".star")) {
  register([{ keys: "k", description: "Keep the article, or take it off again",
    group: document.querySelector(".hits") ? "On the results page" : "In the article",
    action: () => (star() ? press(star()) : false) }]);
}
