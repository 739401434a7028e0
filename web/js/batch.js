// Shows how far a batch is, and offers the table when it is whole. Without it, the form downloads the table itself.
import { element } from "./element.js";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of a CSV table as its bytes come. A line feed within quotes ends none. */
function rowCounter() {
  let rows = 0;
  let isQuoted = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) rows++;
    }
    return Math.max(0, rows - 1);
  };
}

/** The text of a number and a noun: 1 row, 2 rows. */
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

/** Reads the whole table, and reports each piece. */
async function read(body, report) {
  const pieces = [];
  const count = rowCounter();
  for (let reader = body.getReader(), piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    report(count(piece.value));
  }
  return new Blob(pieces, { type: "text/csv" });
}

async function answer(form, place) {
  const button = form.querySelector("button");
  const bar = element("progress", { "aria-label": "Rows so far" });
  const words = element("span", {}, "Answering…");
  place.replaceChildren(bar, " ", words);
  button.disabled = true;
  let rows = 0;
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok) {
      form.submit();
      return;
    }
    const queries = Number(response.headers.get("Broadsheet-Queries"));
    const isRowEach = form.elements.hits.value === "0";
    if (isRowEach) bar.max = queries;
    const table = await read(response.body, (now) => {
      rows = now;
      if (isRowEach) bar.value = rows;
      words.textContent = `${counted(rows, "row")} for ${counted(queries, "query").replace("querys", "queries")}`;
    });
    const link = element("a", { href: URL.createObjectURL(table), download: "broadsheet-batch.csv" }, "Download the table");
    place.replaceChildren(link, ` (${counted(rows, "row")})`);
    link.click();
  } catch {
    place.replaceChildren(`The connection broke after ${counted(rows, "row")}. Try again with fewer queries.`);
  } finally {
    button.disabled = false;
  }
}

const form = document.querySelector(".batch-form");
if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(form, document.querySelector(".batch-progress"));
  });
}
