// Judges hits without leaving the page, by button or by key.
import { exchange } from "./inplace.js";
import { register } from "./keyboard.js";

async function judge(form, relevance) {
  const body = new FormData(form);
  body.set("relevance", relevance);
  try {
    await exchange(form.action, body, ".judging");
  } catch ({ message }) {
    document.getElementById(form.getAttribute("id")).querySelector("[role=status]").textContent = `Not saved: ${message}`;
  }
}

/** Judges the selected result; false if none is selected or judging is off. */
function judgeSelected(relevance) {
  const form = document.querySelector("article.hit[aria-current=true] .judging");
  return form ? judge(form, relevance) : false;
}

export const judgeRelevant = () => judgeSelected("1");

if (document.querySelector(".judging")) {
  register("On the results page",
    ["+", "Mark the selected result relevant", judgeRelevant],
    ["-", "Mark the selected result not relevant", () => judgeSelected("0")],
    ["0", "Clear the judgement of the selected result", () => judgeSelected("clear")]);
}

addEventListener("submit", (event) => {
  if (event.target.matches(".judging") && event.submitter) {
    event.preventDefault();
    judge(event.target, event.submitter.value);
  }
});
