// Keyboard shortcuts: one table that both runs them and draws their help. A module adds those that work on
// its page with register(group, [keys, description, action], …): group is a heading in the help; keys are one
// key ("j"), or two in turn ("g h"); action returns false to leave the key to the browser. Off while typing.
import { attempt, button, element } from "./element.js";

const PATIENCE_MS = 1000;
const EVERYWHERE = "On every page";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";
const OFF = "keys off"; // remembered by the browser; WCAG 2.1.4 asks for it
const table = [];
let begun = { keys: "", at: 0 };
let isOff = attempt(() => localStorage.getItem(OFF)) === "yes";

/** Adds keys to the table; none may equal another or be its beginning. */
export function register(group, ...entries) {
  for (const [keys, description, action] of entries) {
    const isTaken = (other) => `${other.keys} `.startsWith(`${keys} `) || `${keys} `.startsWith(`${other.keys} `);
    if (table.some(isTaken)) {
      throw new Error(`The keys ${keys} are taken: ${table.find(isTaken).description}`);
    }
    table.push({ group, keys, description, action });
  }
}

/** Whether a modifier is held that makes this a browser command; AltGr only makes letters. */
const isCommand = (event) => event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));

const isOurs = (event) =>
  !event.defaultPrevented && !event.isComposing && !isCommand(event) &&
  !event.target.isContentEditable && !event.target.matches(FIELDS) && !document.querySelector("dialog[open]");

/** The letter on the key or, on a non-Latin keyboard, the Latin letter in that place. */
function printed({ key, code, shiftKey }) {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  const letter = place && key > "~" ? place : key;
  return shiftKey ? letter : letter.toLowerCase();
}

const find = (typed) => table.find(({ keys }) => keys === typed);

document.addEventListener("keydown", (event) => {
  if (isOff || event.key?.length !== 1 || !isOurs(event)) {
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
  const turn = () => attempt(() => localStorage.setItem(OFF, (isOff = !isOff) ? "yes" : "no"));
  const groups = [...new Set(table.map(({ group }) => group))].flatMap((group) => [
    element("h3", { class: "small-head" }, group),
    element("dl", {}, ...table.filter((entry) => entry.group === group).map(row))]);
  const dialog = element("dialog", { class: "keys", "aria-labelledby": "keys", closedby: "any" },
    element("h2", { id: "keys" }, "Keyboard shortcuts"), ...groups, button(() => dialog.close(), {}, "Close"), " ",
    button(() => { turn(); dialog.close(); }, {}, isOff ? "Turn on" : "Turn off"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const box = () => document.getElementById("q");
register(EVERYWHERE,
  ["/", "Go to the search box", () => { box().focus(); box().select(); }],
  ["?", "Show keyboard shortcuts", help]);
for (const link of document.querySelectorAll("a[data-help]")) {
  const { keys, help: description, group } = link.dataset;
  register(group ?? EVERYWHERE, [keys, description, () => link.click()]);
}

document.querySelector(".colophon").append(
  button(help, { class: "keys-button", "aria-keyshortcuts": "?" }, "Keyboard shortcuts"));
