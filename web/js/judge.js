// Judges hits without reloading the page, by button or by key. Judgements are sent one at a time,
// so that the last one made is the one kept.
import { home } from "./element.js";
import { register } from "./keyboard.js";

const buttons = (form) => [...form.querySelectorAll("button[name=relevance]")];
let sent = Promise.resolve();

function show(form, judgement) {
  for (const button of buttons(form)) {
    if (button.value === "clear") {
      if (judgement === null && button === document.activeElement) {
        buttons(form)[0].focus();
      }
      button.hidden = judgement === null;
    } else {
      button.setAttribute("aria-pressed", String(button.value === String(judgement)));
    }
  }
}

async function send(form, relevance) {
  const trouble = form.querySelector("[role=status]");
  const body = new URLSearchParams(new FormData(form));
  body.set("relevance", relevance);
  try {
    const answer = await fetch(`${home()}judge.json`, { method: "POST", body });
    const told = await answer.json();
    if (!answer.ok) {
      throw new Error(told.detail);
    }
    show(form, told.judgement);
    trouble.textContent = "";
  } catch (failure) {
    trouble.textContent = `Not saved: ${failure.message}`;
  }
}

function judge(form, relevance) {
  sent = sent.then(() => send(form, relevance));
}

/** Judges the selected hit; false if none is selected or judging is off. */
function judgeSelected(relevance) {
  const form = document.querySelector("article.hit[aria-current=true] .judging");
  return form ? judge(form, relevance) : false;
}

export const judgeRelevant = () => judgeSelected("1");
export const judgeNotRelevant = () => judgeSelected("0");
export const clearJudgement = () => judgeSelected("clear");

const key = (keys, description, action) => ({ keys, description, group: "On the results page", action });
if (document.querySelector(".judging")) {
  register([
    key("+", "Mark the selected hit relevant", judgeRelevant),
    key("-", "Mark the selected hit not relevant", judgeNotRelevant),
    key("0", "Clear the judgement of the selected hit", clearJudgement),
  ]);
}

document.addEventListener("submit", (event) => {
  if (event.target.matches(".judging") && event.submitter) {
    event.preventDefault();
    judge(event.target, event.submitter.value);
  }
});
