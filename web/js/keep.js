// Stars, lists and read marks, changed in place: a form is sent in the background, and the marks of
// the page that the server answers with replace those on this page. Presses are sent in turn, each
// for what its button does by then, so a second press undoes the first.
import { element } from "./element.js";
import { register } from "./keyboard.js";

const CONTROLS = ["star", "pick", "read-mark"];
const form = () => document.getElementById("keep");
const ticked = () => [...document.querySelectorAll(".tick input:checked")];
const column = () => document.querySelector(".hits, .reading-column");
let sent = Promise.resolve();

/** Puts an element in the place of the one with its id; ticks and focus stay. */
function replace(fresh) {
  const old = document.getElementById(fresh.id);
  const at = old?.contains(document.activeElement) ? document.activeElement.className : null;
  const isTicked = old?.querySelector(".tick input")?.checked;
  old?.replaceWith(fresh);
  if (isTicked) {
    fresh.querySelector(".tick input").checked = true;
  }
  if (at !== null) {
    fresh.querySelector(at ? `.${at}` : ".added a, button")?.focus({ preventScroll: true });
  }
}

/** Shows the offer to undo, or the trouble, in place of an earlier one. */
function offer(made) {
  document.getElementById("undo")?.remove();
  if (made) {
    column().append(made);
  }
}

function fail(why, body) {
  const again = element("button", { type: "button" }, "Try again");
  again.addEventListener("click", () => { offer(null); post(body); });
  offer(element("div", { class: "undo", id: "undo", role: "alert" },
    element("p", {}, `Not kept. ${why}`), again));
  return false;
}

/** Sends the fields of a form; returns whether it was done. */
async function send(body) {
  try {
    const answer = await fetch(form().action,
      { method: "POST", body: new URLSearchParams(body), keepalive: true });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok) {
      return fail(page.querySelector("main p")?.textContent ?? "", body);
    }
    page.querySelectorAll(".kept, #keep").forEach(replace);
    offer(page.getElementById("undo"));
    count();
    return true;
  } catch {
    return fail("No connection to the server.", body);
  }
}

const post = (body) => (sent = sent.then(() => send(body)));

/** The fields of the form with one button pressed, for one list if that is named. */
function pressed(name, value, list) {
  const body = new FormData(form());
  body.set(name, value);
  if (list) {
    body.set("target", list);
  }
  return body;
}

/** Presses a button beside an article. A star is drawn as it will be at once. */
function press(button) {
  const { id } = button.closest(".kept");
  const control = CONTROLS.find((name) => button.classList.contains(name));
  const now = () => document.getElementById(id).querySelector(`.${control}`);
  const draw = (isStarred) => {
    if (control === "star") {
      now().firstElementChild.textContent = isStarred ? "★" : "☆";
    }
  };
  draw(now().textContent.startsWith("☆"));
  sent = sent.then(async () => {
    if (!await send(pressed(now().name, now().value))) {
      draw(now().name === "unstar");
    }
  });
}

/** Puts the ticked articles on a list; then they are ticked no more. */
async function putTicked() {
  const chosen = ticked();
  if (await post(new FormData(form()))) {
    chosen.forEach(({ value }) => {
      ticked().filter((tick) => tick.value === value).forEach((tick) => { tick.checked = false; });
    });
    count();
  }
}

addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (target.id === "keep" || target.id === "undo") {
    event.preventDefault();
    submitter?.closest(".kept") ? press(submitter)
      : target.id === "keep" ? putTicked()
      : post(new FormData(target, submitter));
  }
});

/** Says how many articles are ticked. */
function count() {
  const label = form()?.querySelector("label");
  const number = ticked().length;
  if (label && number > 0) {
    label.textContent = label.textContent.replace(/the .*ticked articles?/,
      `the ${number === 1 ? "" : `${number} `}ticked article${number === 1 ? "" : "s"}`);
  }
}
addEventListener("change", ({ target }) => target.closest(".tick") && count());

/** The lists as buttons, pressed where the article is on them, and a field for a new one. */
function picker({ article, lists }) {
  const made = element("form", { class: "picker", popover: "", "aria-label": "Lists" });
  const close = (body) => { made.hidePopover(); post(body); };
  for (const { value, text } of document.querySelectorAll("#keep-list option")) {
    const isOn = lists.split(" ").includes(value);
    const button = element("button", { type: "button", "aria-pressed": isOn, dir: "auto" }, text);
    button.addEventListener("click",
      () => close(pressed(isOn ? "unstar" : "star", article, value)));
    made.append(button);
  }
  const name = element("input", { "aria-label": "New list", placeholder: "New list",
    maxlength: 100, required: "", autocomplete: "off", dir: "auto" });
  made.append(element("p", {}, name, element("button", {}, "Create")));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = pressed("name", name.value);
    body.set("article", article);
    close(body);
  });
  made.addEventListener("toggle", ({ newState }) => newState === "closed" && made.remove());
  return made;
}

addEventListener("click", ({ target }) => {
  const pick = target.closest(".pick");
  if (pick) {
    const made = picker(pick.parentElement.dataset);
    pick.after(made);
    made.showPopover();
    const { bottom, right } = pick.getBoundingClientRect();
    made.style.top = `${Math.min(bottom, innerHeight - made.offsetHeight)}px`;
    made.style.left = `${Math.max(0, right - made.offsetWidth)}px`;
    made.querySelector("button, input").focus();
  }
});

const star = () => document.querySelector("[aria-current] .star, .about-article .star");
if (document.querySelector(".star")) {
  register([{ keys: "k", description: "Keep the article, or take it off again", group: document.querySelector(".hits") ? "On the results page" : "In the article",
    action: () => (star() ? press(star()) : false) }]);
}
