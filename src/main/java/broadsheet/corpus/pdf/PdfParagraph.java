package broadsheet.corpus.pdf;

import broadsheet.article.WordPlace;
import java.util.List;

/**
 * A paragraph of a page. Immutable.
 *
 * @param size of its letters, in points
 * @param top where it begins, in points from the upper edge of the page
 * @param isHeading whether its letters are larger than most of the page
 * @param places where its words are, which blanks separate, on page 0
 */
record PdfParagraph(
    String text, double size, double top, boolean isHeading, List<WordPlace> places) {
  PdfParagraph {
    places = List.copyOf(places);
  }

  /** The same on the page with this index among those of an article. */
  PdfParagraph on(int page) {
    return new PdfParagraph(
        text,
        size,
        top,
        isHeading,
        places.stream().map(place -> new WordPlace(place.word(), page, place.box())).toList());
  }
}
