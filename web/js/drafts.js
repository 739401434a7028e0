// Drafts of a note in this browser, one for each of its windows: what was typed and the server has
// not confirmed. A browser without room, or with storage off, keeps none.
import { attempt } from "./element.js";

const tab = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);

/** One text that loses neither. */
export const joined = (one, other) =>
  one.includes(other) ? one : other.includes(one) ? other : `${one}\n\n${other}`;

export const normal = (text) => text.replaceAll("\r\n", "\n").trim();

export class Drafts {
  constructor(prefix) {
    this.prefix = prefix;
    const keys = attempt(() => Object.keys(localStorage)) ?? [];
    this.found = keys.filter((key) => key.startsWith(prefix) && key !== prefix + tab);
  }

  /** Keeps what is typed, or nothing once it is saved, in place of what was found. */
  keep(text, seen, isSaved) {
    return attempt(() => {
      localStorage.setItem(this.prefix + tab, isSaved ? "" : JSON.stringify({ text, seen }));
      const others = isSaved ? [...this.found, this.prefix + tab] : this.found;
      others.forEach((key) => localStorage.removeItem(key));
      return true;
    });
  }

  /** The drafts found at first, as one; null if they have nothing but what is saved. */
  of(saved) {
    const kept = this.found.map((key) => attempt(() => JSON.parse(localStorage.getItem(key))));
    const changed = kept.filter((draft) => draft && normal(draft.text) !== saved);
    return changed.length === 0
      ? null
      : { text: changed.map(({ text }) => text).reduce(joined), seen: changed[0].seen };
  }
}
