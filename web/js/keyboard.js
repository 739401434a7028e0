// Keys that work on every page: what is pressed, and what it does.
import "./judge.js";

const keys = {
  "/": () => {
    const box = document.getElementById("q");
    box.focus();
    box.select();
  },
};

const isTyping = (target) => target.matches("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (isPlain && !isTyping(event.target) && Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});
