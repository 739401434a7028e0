// Keyboard shortcuts: one table that both runs them and draws their help.
// A module adds its own with register([{ keys, description, group, action }, …]):
// keys are one key as printed ("j"), or two pressed in turn ("g h"); group is a heading in the help;
// action returns false to leave the key to the browser. A page registers only shortcuts that work on
// it. They are off while the reader is typing.
import { element } from "./element.js";

const PATIENCE_MS = 1000;
const EVERYWHERE = "On every page";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";

const table = [];
let begun = { keys: "", at: 0 };

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

document.addEventListener("keydown", (event) => {
  if (event.key?.length !== 1 || !isOurs(event)) {
    return;
  }
  const key = printed(event);
  const isSoon = event.timeStamp - begun.at < PATIENCE_MS;
  const entry = find(isSoon ? begun.keys + key : key) ?? find(key);
  begun = { keys: entry ? "" : `${key} `, at: event.timeStamp };
  if (entry && entry.action() !== false) {
    event.preventDefault();
  }
});

const row = ({ keys, description }) =>
  element("div", {},
    element("dt", {}, ...keys.split(" ").flatMap((key) => [element("kbd", {}, key), " "])),
    element("dd", {}, description));

/** Shows this page's shortcuts; closing them returns focus to where it was. */
function help() {
  const close = element("button", { type: "button" }, "Close");
  const groups = [...new Set(table.map(({ group }) => group))].flatMap((group) => [
    element("h3", { class: "small-head" }, group),
    element("dl", {}, ...table.filter((entry) => entry.group === group).map(row))]);
  const dialog = element("dialog", { class: "keys", "aria-labelledby": "keys", closedby: "any" },
    element("h2", { id: "keys" }, "Keyboard shortcuts"), ...groups, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const box = () => document.getElementById("q");
register([
  { keys: "/", description: "Go to the search box", group: EVERYWHERE,
    action: () => { box().focus(); box().select(); } },
  { keys: "?", description: "Show keyboard shortcuts", group: EVERYWHERE, action: help },
  ...[...document.querySelectorAll("a[data-help]")].map((link) => ({ action: () => link.click(),
    keys: link.dataset.keys, description: link.dataset.help, group: link.dataset.group ?? EVERYWHERE })),
]);

const button = element("button", { type: "button", class: "keys-button", "aria-keyshortcuts": "?" },
  "Keyboard shortcuts");
button.addEventListener("click", help);
document.querySelector(".colophon").append(button);
