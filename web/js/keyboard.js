// The keys of a page: one table, by which what is typed is done and from which the help is drawn.
// A module adds its own by register([{ keys, description, group, action }, …]):
// - keys: one key as it is printed ("j"), or two one after the other ("g h")
// - group: a heading of the help, in the order in which they first come
// - action: what the keys do; when it returns false they are left to the browser
// A page registers only keys that do something on it. None are taken from a reader who types.
import { element } from "./element.js";

const PATIENCE_MS = 1000;
const EVERYWHERE = "On every page";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=submit])," +
  " textarea, select";

const table = [];
let begun = "";
let forgetting = 0;

/** Adds keys to the table; no two may be the same, nor one the beginning of another. */
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

/** Whether a key is held that makes a command of the browser's; AltGr makes letters. */
const isCommand = (event) =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));

const isOurs = (event) =>
  !event.defaultPrevented && !event.isComposing && !isCommand(event) &&
  !isTyping(event.target) && !document.querySelector("dialog[open]");

/** What is printed on the key, or, where that is no Latin letter, what a Latin one has there. */
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
    element("h2", { id: "keys" }, "Keys"), ...groups, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

/** Shows the keys of this page; when it is closed, focus is where it was. */
function help() {
  const dialog = drawn();
  document.body.append(dialog);
  dialog.showModal();
}

const box = document.getElementById("q");
register([
  { keys: "/", description: "Go to the search box", group: EVERYWHERE,
    action: () => { box.focus(); box.select(); } },
  ...(location.pathname === "/" ? [] : [
    { keys: "g h", description: "Go to the front page", group: EVERYWHERE,
      action: () => location.assign("/") }]),
  { keys: "?", description: "Show these keys", group: EVERYWHERE, action: help },
]);

const button = element("button", { type: "button", class: "keys-button", "aria-keyshortcuts": "?" },
  "Keys");
button.addEventListener("click", help);
document.querySelector(".colophon").append(button);
