// Keyboard shortcuts: one table that both runs them and draws their help.
// A module adds its own with register([{ keys, description, group, action }, …]):
// - keys: one key as printed ("j"), or two pressed in turn ("g h")
// - group: a heading in the help; headings keep the order in which they were first registered
// - action: runs the shortcut; returns false to leave the key to the browser
// A page registers only shortcuts that work on it. They are off while the reader is typing.
import { element, home } from "./element.js";

const PATIENCE_MS = 1000;
const EVERYWHERE = "On every page";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=submit])," +
  " textarea, select";

const table = [];
let begun = "";
let forgetting = 0;

/** Adds keys to the table; none may equal another or be its beginning. */
export function register(entries) {
  for (const entry of entries) {
    const taken = table.find(({ keys }) => (keys + " ").startsWith(entry.keys + " ") ||
      (entry.keys + " ").startsWith(keys + " "));
    if (taken) {
      throw new Error(`The keys ${entry.keys} are taken: ${taken.description}`);
    }
    table.push(entry);
  }
}

const isTyping = (target) => target.isContentEditable || target.matches(FIELDS);

/** Whether a modifier is held that makes this a browser command; AltGr only makes letters. */
const isCommand = (event) =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));

const isOurs = (event) =>
  !event.defaultPrevented && !event.isComposing && !isCommand(event) &&
  !isTyping(event.target) && !document.querySelector("dialog[open]");

/** The letter on the key or, on a non-Latin keyboard, the Latin letter in that place. */
function printed({ key, code, shiftKey }) {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  const letter = place && key > "~" ? place : key;
  return shiftKey ? letter : letter.toLowerCase();
}

const find = (typed) => table.find(({ keys }) => keys === typed);

function begin(keys) {
  begun = keys;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { begun = ""; }, PATIENCE_MS);
}

document.addEventListener("keydown", (event) => {
  const isCharacter = event.key?.length === 1;
  if (!isCharacter || !isOurs(event)) {
    return;
  }
  const key = printed(event);
  const sequence = begun + key;
  begun = "";
  const entry = find(sequence) ?? find(key);
  if (entry) {
    if (entry.action() !== false) {
      event.preventDefault();
    }
  } else if (table.some(({ keys }) => keys.startsWith(key + " "))) {
    begin(key + " ");
  }
});

const row = ({ keys, description }) =>
  element("div", {},
    element("dt", {}, ...keys.split(" ").flatMap((key) => [element("kbd", {}, key), " "])),
    element("dd", {}, description));

function drawn() {
  const close = element("button", { type: "button" }, "Close");
  const groups = [...new Set(table.map(({ group }) => group))].flatMap((group) => [
    element("h3", { class: "small-head" }, group),
    element("dl", {}, ...table.filter((entry) => entry.group === group).map(row))]);
  const dialog = element("dialog", { class: "keys", "aria-labelledby": "keys", closedby: "any" },
    element("h2", { id: "keys" }, "Keyboard shortcuts"), ...groups, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

/** Shows this page's shortcuts; closing them returns focus to where it was. */
function help() {
  const dialog = drawn();
  document.body.append(dialog);
  dialog.showModal();
}

const box = () => document.getElementById("q");
register([
  { keys: "/", description: "Go to the search box", group: EVERYWHERE,
    action: () => { box().focus(); box().select(); } },
  ...(location.pathname === home() ? [] : [
    { keys: "g h", description: "Go to the front page", group: EVERYWHERE,
      action: () => location.assign(home()) }]),
  { keys: "?", description: "Show keyboard shortcuts", group: EVERYWHERE, action: help },
]);

const button = element("button", { type: "button", class: "keys-button", "aria-keyshortcuts": "?" },
  "Keyboard shortcuts");
button.addEventListener("click", help);
document.querySelector(".colophon").append(button);
