// Forms that change marks on a page without leaving it. They are sent in turn, in the background;
// parts of the page that the server answers with replace those with the same id on this page.
const waiting = [];
let sent = Promise.resolve();

const post = ({ action, body }) => fetch(action, { method: "POST", body: new URLSearchParams(body), keepalive: true });

/** Puts an element in the place of the one with its id; what the reader has under way there stays. */
function replace(fresh) {
  const old = document.getElementById(fresh.getAttribute("id")); // a field may be named id
  if (!old || old.matches(":popover-open")) {
    return;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const isLike = (control) => !control.hidden && (focused.className
    ? control.className === focused.className
    : control.type === focused.type && control.value === focused.value);
  for (const field of fresh.querySelectorAll("input:not([type=hidden])")) {
    const before = [...old.querySelectorAll("input")].find(({ name }) => name === field.name);
    [field.value, field.checked] = [before?.value ?? "", before?.checked ?? false];
  }
  old.replaceWith(fresh);
  if (focused) {
    const controls = [...fresh.querySelectorAll("a, button, input:not([type=hidden]), select")];
    (controls.find(isLike) ?? controls[0])?.focus({ preventScroll: true });
  }
}

/** Takes over parts of a page that the server sent; returns that page. */
export async function show(answer, parts) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok && !answer.redirected) { // what led to another page was done
    throw new Error(page.querySelector(".detail")?.textContent ?? `Error ${answer.status}.`);
  }
  page.querySelectorAll(parts).forEach(replace);
  return page;
}

/** Sends a form after all earlier ones, and shows parts of the answer; throws what went wrong. */
export function exchange(action, body, parts) {
  const entry = { action, body };
  waiting.push(entry);
  const turn = sent.then(async () => {
    const at = waiting.indexOf(entry);
    if (at < 0) {
      return document; // it was sent when the page was left
    }
    waiting.splice(at, 1);
    const answer = await post(entry).catch(() => { throw new Error("No connection to the server."); });
    return show(answer, parts);
  });
  sent = turn.catch(() => {});
  return turn;
}

addEventListener("pagehide", () => waiting.splice(0).forEach(post));
