// Forms that change marks on a page without leaving it. They are sent in turn, in the background;
// parts of the page that the server answers with replace those with the same id on this page.
let sent = Promise.resolve();

/** Does a step after all earlier ones. */
export const inTurn = (step) => (sent = sent.then(step));

/** Puts an element in the place of the one with its id; a tick stays, and the focus. */
function replace(fresh) {
  const old = document.getElementById(fresh.getAttribute("id")); // a field may be named id
  const focused = old?.contains(document.activeElement) ? document.activeElement : null;
  const isLike = ({ className, value, hidden }) => !hidden &&
    (focused.className ? className === focused.className : value === focused.value);
  fresh.querySelectorAll(".tick input").forEach((tick) => {
    tick.checked = old.querySelector(".tick input").checked;
  });
  old?.replaceWith(fresh);
  if (focused) {
    const controls = [...fresh.querySelectorAll("a, button")];
    (controls.find(isLike) ?? controls[0])?.focus({ preventScroll: true });
  }
}

/** Sends a form; returns the page of the answer, and throws what went wrong. */
export async function exchange(action, body, parts) {
  const sending = { method: "POST", body: new URLSearchParams(body), keepalive: true };
  const answer = await fetch(action, sending).catch(() => {
    throw new Error("No connection to the server.");
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) {
    throw new Error(page.querySelector(".detail")?.textContent ?? `Error ${answer.status}.`);
  }
  page.querySelectorAll(parts).forEach(replace);
  return page;
}
