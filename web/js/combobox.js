// Type-ahead: makes the search box a combobox that lists completions from the archive.
// Without this script the box still searches, and nothing here ever stops it from searching.
// Source: ARIA Authoring Practices Guide, "Editable Combobox With List Autocomplete".
import { describe, element } from "./element.js";
import { empty } from "./searchbox.js";

const ROWS = 8;
const PAUSE_MS = 120;
const LETTERS = new Intl.Collator(undefined, { usage: "search", sensitivity: "base" });

const box = document.getElementById("q");
const list = element("ul", { id: "completions", class: "completions", role: "listbox",
  "aria-label": "Suggestions", hidden: "" });
const status = element("p", { class: "unseen", role: "status" });
const KINDS = ["words", "name", "label", "headline"];
let active = -1;
let pause = 0;
let request = new AbortController();

const isOpen = () => !list.hidden;

/** Makes the row with this number active; -1 for none. */
function activate(index) {
  active = index;
  [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
  box.removeAttribute("aria-activedescendant");
  if (index >= 0) {
    box.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  }
}

/** A row of the list, with the completion set apart from what was typed. */
function option({ text, kind }, index, rows) {
  const typed = text.slice(0, box.value.length);
  const content = LETTERS.compare(typed, box.value) === 0
    ? [typed, element("b", {}, text.slice(typed.length))]
    : [element("b", {}, text)];
  const row = element("li", { id: `${list.id}-${index}`, role: "option", dir: "auto", "data-kind": kind }, ...content);
  row.classList.toggle("first-of-kind", index > 0 && rows[index - 1].kind !== kind);
  row.addEventListener("click", () => take(text));
  return row;
}

function show(suggestions) {
  list.replaceChildren(...suggestions.map(option));
  list.hidden = suggestions.length === 0;
  box.setAttribute("aria-expanded", String(isOpen()));
  status.textContent = isOpen() ? `${suggestions.length} suggestion${suggestions.length > 1 ? "s" : ""}` : "";
  activate(-1);
}

/** Drops any request that is under way or about to be made. */
function forget() {
  clearTimeout(pause);
  request.abort();
}

function close() {
  forget();
  show([]);
}

function take(text) {
  box.value = text;
  close();
  box.form.requestSubmit();
}

/** The likeliest completions, each kind apart. */
const apart = ([, texts = [], kinds = []], typed) => texts.map((text, at) => ({ text, kind: kinds[at] }))
  .filter(({ text }) => text !== typed).slice(0, ROWS)
  .sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));

/** Fetches and shows completions, unless the reader has moved on; on failure shows none. */
async function ask() {
  forget();
  request = new AbortController();
  const { signal } = request;
  const typed = box.value;
  const { pathname } = new URL("suggest", box.form.action);
  const found = await fetch(`${pathname}?q=${encodeURIComponent(typed)}`, { signal })
    .then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
  if (!signal.aborted) {
    show(apart(found, typed));
  }
}

function askSoon({ isComposing }) {
  forget();
  if (box.value.trim() === "") {
    show([]);
  } else if (!isComposing) {
    pause = setTimeout(ask, PAUSE_MS);
  }
}

/** Moves one row up or down, wrapping through the box itself; opens the list if it is shut. */
async function step(by) {
  if (!isOpen()) {
    await ask();
  }
  if (isOpen()) {
    const places = list.children.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  }
}

/** The action that replaces the browser's own for this key. */
function meaning({ key, altKey }) {
  switch (key) {
    case "ArrowDown": return altKey ? ask : () => step(1);
    case "ArrowUp": return altKey ? close : () => step(-1);
    case "Enter": return active < 0 ? null : () => take(list.children[active].textContent);
    case "Escape": return isOpen() ? close : () => { empty(); forget(); };
    default: return null;
  }
}

function pressed(event) {
  const isOfInputMethod = event.isComposing || event.keyCode === 229;
  const action = isOfInputMethod || event.ctrlKey || event.metaKey ? null : meaning(event);
  if (action) {
    event.preventDefault();
    action();
  } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
    activate(-1);
  }
}

if (box.matches("input")) { // a long query has a box of several lines, and no completions
  box.form.append(list, status);
  describe(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });
  box.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("input", askSoon);
  box.addEventListener("compositionend", askSoon);
  box.addEventListener("keydown", pressed);
  box.addEventListener("blur", close);
}
