// Shows how far a batch is, and offers the whole table. Without it, the form downloads the table itself.
import { element } from "./element.js";

const form = document.querySelector(".batch-form");
const numbered = (number, one, more) => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

async function answer(place, button) {
  const pieces = ["\uFEFF"];
  let rows = -1; // line feeds but that after the names; no cell has one
  const counted = () => numbered(Math.max(0, rows), "row", "rows");
  button.disabled = true;
  place.textContent = "Answering…";
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok) {
      form.submit();
      return;
    }
    const queries = numbered(Number(response.headers.get("Broadsheet-Queries")), "query", "queries");
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      pieces.push(read.value);
      rows += read.value.split("\n").length - 1;
      place.textContent = `${counted()} for ${queries}`;
    }
    const href = URL.createObjectURL(new Blob(pieces, { type: "text/csv" }));
    const link = element("a", { href, download: "broadsheet-batch.csv" }, "Download the table");
    place.replaceChildren(link, ` (${counted()})`);
    link.click();
  } catch {
    place.textContent = `The connection broke after ${counted()}. Try again with fewer queries.`;
  } finally {
    button.disabled = false;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  answer(document.querySelector(".batch-progress"), event.submitter);
});
