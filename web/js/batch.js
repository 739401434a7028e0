// Shows how far a batch is, and offers the table when it is whole. Without it, the form downloads
// the table itself. No cell of the table has a line feed.
import { element } from "./element.js";

const form = document.querySelector(".batch-form");
const counted = (number, one, more) => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

async function answer(place, button) {
  const pieces = ["\uFEFF"];
  let rows = -1; // the first line has the names
  const told = () => counted(Math.max(0, rows), "row", "rows");
  button.disabled = true;
  place.textContent = "Answering…";
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok) {
      form.submit();
      return;
    }
    const queries = counted(Number(response.headers.get("Broadsheet-Queries")), "query", "queries");
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      pieces.push(piece);
      rows += piece.split("\n").length - 1;
      place.textContent = `${told()} for ${queries}`;
    }
    const href = URL.createObjectURL(new Blob(pieces, { type: "text/csv" }));
    const link = element("a", { href, download: "broadsheet-batch.csv" }, "Download the table");
    place.replaceChildren(link, ` (${told()})`);
    link.click();
  } catch {
    place.textContent = `The connection broke after ${told()}. Try again with fewer queries.`;
  } finally {
    button.disabled = false;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  answer(document.querySelector(".batch-progress"), event.submitter);
});
