package broadsheet.corpus.pdf;

import broadsheet.article.WordPlace;
import java.util.List;

/**
 * A paragraph of a page. Immutable.
 *
 * @param size the size of its letters, in points
 * @param top its upper edge, in points from the upper edge of the page
 * @param isHeading whether its letters are larger than most on the page
 * @param places the places of its words, which blanks separate, on page 0
 */
record PdfParagraph(
    String text, double size, double top, boolean isHeading, List<WordPlace> places) {
  PdfParagraph {
    places = List.copyOf(places);
  }

  /** The same paragraph on another page of the article. */
  PdfParagraph on(int page) {
    return new PdfParagraph(
        text,
        size,
        top,
        isHeading,
        places.stream().map(place -> new WordPlace(place.word(), page, place.place())).toList());
  }
}
