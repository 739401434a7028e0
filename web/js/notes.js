// Notes on a list save themselves: after a pause in typing, and when the reader leaves the field or
// the page. Until the server has confirmed a note, a draft of it stays in this browser, so neither
// a lost connection nor a crash loses what was typed. Notes are sent one at a time.
import { element } from "./element.js";

const PAUSE_MS = 1000;
const RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;
const form = document.getElementById("notes");
const address = new URL(`${form.getAttribute("action")}.json`, location.href);
const drafts = `note ${address.pathname} `;
const tab = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
let sent = Promise.resolve();

/** A browser without room, or with storage off, keeps no drafts; notes are saved all the same. */
function attempt(step) {
  try {
    return step();
  } catch {
    return null;
  }
}

/** Two texts as one that loses neither. */
const joined = (one, other) =>
  one.includes(other) ? one : other.includes(one) ? other : `${one}\n\n${other}`;

const normal = (text) => text.replaceAll("\r\n", "\n").trim();

class Note {
  constructor(field) {
    this.field = field;
    const row = field.closest("li");
    const named = (name) => row.querySelector(`input[name=${name}]`);
    this.entry = named("entry").value;
    this.seen = named("seen");
    this.status = row.querySelector("[role=status]");
    this.saved = normal(field.defaultValue);
    this.wait = RETRY_MS;
    this.prefix = `${drafts}${this.entry} `;
    this.restore();
    field.addEventListener("input", () => this.typed());
    field.addEventListener("change", () => this.save());
  }

  get isSaved() {
    return normal(this.field.value) === this.saved;
  }

  say(state, text) {
    this.status.dataset.state = state;
    this.status.textContent = text;
  }

  /** Keeps a draft, and removes it once the note is saved. */
  keepDraft() {
    const draft = JSON.stringify({ text: this.field.value, seen: this.seen.value });
    return attempt(() => {
      if (this.isSaved) {
        localStorage.removeItem(this.prefix + tab);
      } else {
        localStorage.setItem(this.prefix + tab, draft);
      }
      return true;
    });
  }

  /** Takes over what this page, or one that crashed, did not save. */
  restore() {
    const keys = attempt(() => Object.keys(localStorage)) ?? [];
    const mine = keys.filter((key) => key.startsWith(this.prefix));
    const kept = mine.map((key) => attempt(() => JSON.parse(localStorage.getItem(key))));
    const changed = kept.filter((draft) => draft && normal(draft.text) !== this.saved);
    if (changed.length > 0) {
      this.field.value = changed.map(({ text }) => text).reduce(joined);
      this.seen.value = changed[0].seen;
    }
    if (this.keepDraft()) {
      mine.forEach((key) => localStorage.removeItem(key));
    }
    this.save();
  }

  typed() {
    this.keepDraft();
    clearTimeout(this.pause);
    this.say(this.isSaved ? "saved" : "unsaved", this.isSaved ? "Saved" : "Not saved yet");
    this.pause = setTimeout(() => this.save(), PAUSE_MS);
  }

  save() {
    clearTimeout(this.pause);
    if (!this.isSaved) {
      this.say("unsaved", "Saving …");
      sent = sent.then(() => this.send());
    }
    return sent;
  }

  body(text) {
    return new URLSearchParams({ entry: this.entry, seen: this.seen.value, note: text });
  }

  async send() {
    if (this.isSaved) {
      return;
    }
    const text = this.field.value;
    try {
      const answer = await fetch(address, { method: "POST", body: this.body(text) });
      const told = await answer.json().catch(() => ({}));
      if (told.notes) {
        this.confirm(told.notes[0], text);
      } else {
        this.fail(told.detail ?? `The server answered ${answer.status}.`, answer.status >= 500);
      }
    } catch {
      this.fail("No connection to the server.", true);
    }
  }

  /** Takes the server's word for what is kept. */
  confirm(kept, text) {
    this.wait = RETRY_MS;
    if (kept && !kept.saved && kept.note === null) {
      this.fail("This article is not on the list any more.", false);
    } else if (kept && !kept.saved && !normal(text).includes(kept.note)) {
      this.choose(kept);
    } else {
      this.seen.value = kept?.seen ?? this.seen.value;
      this.saved = kept ? kept.note : normal(text);
      this.keepDraft();
      if (this.isSaved) {
        this.say("saved", "Saved");
      } else {
        this.save();
      }
    }
  }

  /** Says that a note is not saved, and tries again where that may help. */
  fail(why, isPassing) {
    const hasDraft = this.keepDraft();
    this.say("failed", `Not saved. ${why}${hasDraft ? " Your text is kept in this browser." : ""}`);
    if (isPassing) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.save(), this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_RETRY_MS);
    }
  }

  /** Shows what somebody else wrote meanwhile, and lets the reader choose. */
  choose({ note, seen }) {
    const settle = (label, text) => {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => {
        this.conflict.remove();
        this.seen.value = seen;
        this.saved = note;
        this.field.value = text();
        this.field.focus();
        this.typed();
        this.save();
      });
      return button;
    };
    this.conflict?.remove();
    this.conflict = element("div", { role: "alert" },
      element("p", {}, "Somebody else changed this note meanwhile:"),
      element("blockquote", { class: "theirs", dir: "auto" }, note),
      element("p", { class: "buttons" },
        settle("Keep both", () => joined(note, normal(this.field.value))),
        settle("Keep mine", () => this.field.value),
        settle("Keep theirs", () => note)));
    this.field.before(this.conflict);
    this.fail("Choose which note to keep.", false);
  }
}

const notes = [...form.querySelectorAll("textarea[name=note]")].map((field) => new Note(field));
const unsaved = () => notes.filter((note) => !note.isSaved);

/** Sends what is not saved while the page goes away; its draft stays until that is confirmed. */
function leave() {
  for (const note of unsaved()) {
    attempt(() => fetch(address, {
      method: "POST", body: note.body(note.field.value), keepalive: true }).catch(() => {}));
  }
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "save") {
    event.preventDefault();
    notes.forEach((note) => (note.isSaved ? note.say("saved", "Saved") : note.save()));
  }
});
document.addEventListener("visibilitychange", () => document.hidden && notes.map((n) => n.save()));
addEventListener("pagehide", leave);
addEventListener("online", () => notes.forEach((note) => note.save()));
