// One note of a list: saves itself after a pause in typing and when the reader leaves its field, and
// says whether it is saved. Notes are sent one at a time.
import { Drafts, joined, normal } from "./drafts.js";
import { button, element } from "./element.js";

const PAUSE_MS = 1000;
const RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;
const form = document.getElementById("notes");
const address = new URL(`${form.getAttribute("action")}.json`, location.href);
let sent = Promise.resolve();

export class Note {
  constructor(field) {
    this.field = field;
    const row = field.closest("li");
    const named = (name) => row.querySelector(`input[name=${name}]`);
    this.entry = named("entry").value;
    this.seen = named("seen");
    this.status = row.querySelector("[role=status]");
    this.saved = normal(field.defaultValue);
    this.wait = RETRY_MS;
    this.drafts = new Drafts(`note ${address.pathname} ${this.entry} `);
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

  /** Returns whether the browser keeps drafts. */
  keepDraft() {
    return this.drafts.keep(this.field.value, this.seen.value, this.isSaved);
  }

  /** Takes over what this page, or one that crashed, did not save. */
  restore() {
    const draft = this.drafts.of(this.saved);
    if (draft) {
      this.field.value = draft.text;
      this.seen.value = draft.seen;
    }
    this.keepDraft();
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

  post(note, options) {
    const body = new URLSearchParams({ entry: this.entry, seen: this.seen.value, note });
    return fetch(address, { method: "POST", body, ...options });
  }

  /** Sends it while the page goes away; its draft stays until that is confirmed. */
  leave() {
    this.post(this.field.value, { keepalive: true }).catch(() => {});
  }

  async send() {
    if (this.isSaved) {
      return;
    }
    const text = this.field.value;
    try {
      const answer = await this.post(text, {});
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
      this.isSaved ? this.say("saved", "Saved") : this.save();
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
    const settle = (label, text) => button(() => {
      this.conflict.remove();
      this.saved = note;
      this.seen.value = seen;
      this.field.value = text();
      this.field.focus();
      this.typed();
      this.save();
    }, {}, label);
    this.conflict?.remove();
    this.conflict = element("div", { role: "alert" },
      element("p", {}, "Somebody else changed this note meanwhile:"),
      element("blockquote", { class: "theirs", dir: "auto" }, note),
      element("p", { class: "buttons" },
        settle("Keep both", () => joined(note, normal(this.field.value))),
        settle("Keep mine", () => this.field.value), settle("Keep theirs", () => note)));
    this.field.before(this.conflict);
    this.fail("Choose which note to keep.", false);
  }
}
