// Opens the filters for good where they are beside the results; the stylesheet shows them there anyway.
const filters = document.querySelector(".filter-box");
const isWide = matchMedia("(min-width: 52.01rem)");

function openWhereWide() {
  if (filters && isWide.matches) {
    filters.open = true;
  }
}

isWide.addEventListener("change", openWhereWide);
openWhereWide();
