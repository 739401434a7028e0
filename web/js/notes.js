// Notes on a list save themselves. Until the server has confirmed a note, a draft of it stays in
// this browser, so neither a lost connection nor a crash loses what was typed.
import { Note } from "./note.js";

const form = document.getElementById("notes");
const notes = [...form.querySelectorAll("textarea[name=note]")].map((field) => new Note(field));

form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "save") {
    event.preventDefault();
    notes.forEach((note) => (note.isSaved ? note.say("saved", "Saved") : note.save()));
  }
});
document.addEventListener("visibilitychange", () => document.hidden && notes.map((n) => n.save()));
addEventListener("pagehide", () => notes.forEach((note) => note.isSaved || note.leave()));
addEventListener("online", () => notes.forEach((note) => note.save()));
