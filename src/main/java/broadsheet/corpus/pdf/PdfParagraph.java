package broadsheet.corpus.pdf;

import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;

/**
 * A paragraph of a page. Immutable.
 *
 * @param size the size of its letters, in points
 * @param top its upper edge, in points from the upper edge of the page
 * @param isHeading whether its letters are larger than most on the page
 * @param places the places of its words, which blanks separate; on a page that is read, as if it
 *     were the first
 */
record PdfParagraph(String text, double size, double top, boolean isHeading, WordPlaces places) {

  /** The same paragraph on another page of the article. */
  PdfParagraph on(int page) {
    WordPlaces.Builder moved = new WordPlaces.Builder();
    places.forEach(place -> moved.add(new WordPlace(place.word(), page, place.place())));
    return new PdfParagraph(text, size, top, isHeading, moved.build());
  }
}
