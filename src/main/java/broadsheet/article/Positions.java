package broadsheet.article;

import java.util.List;

/**
 * The places of an article's words outside its text: on printed pages, in attached files, in a
 * recording. Immutable.
 *
 * @param parts what the article consists of, in reading order, each once; none if it is only a text
 * @param words the places of the words; none if only the parts are known
 * @param quality the mean confidence of the text recognition, in percent; {@link #UNKNOWN_QUALITY}
 *     if the source states none
 */
public record Positions(List<Part> parts, WordPlaces words, int quality) {

  public static final int UNKNOWN_QUALITY = -1;

  /** The positions of an article that is only a text. */
  public static final Positions NONE = new Positions(List.of(), WordPlaces.NONE, UNKNOWN_QUALITY);

  /**
   * @throws IllegalArgumentException if the quality is out of range
   */
  public Positions {
    parts = List.copyOf(parts);
    if (quality < UNKNOWN_QUALITY || quality > 100) {
      throw new IllegalArgumentException("not a percentage: " + quality);
    }
  }

  /** The positions of an article on pages, with the places of its words. */
  public static Positions onPages(List<PrintedPage> pages, WordPlaces words, int quality) {
    return new Positions(List.copyOf(pages), words, quality);
  }

  public boolean isPrinted() {
    return parts.stream().anyMatch(PrintedPage.class::isInstance);
  }

  /** The parts that are printed pages; none if the article was not read from pages. */
  public List<PrintedPage> pages() {
    return parts.stream()
        .filter(PrintedPage.class::isInstance)
        .map(PrintedPage.class::cast)
        .toList();
  }

  /** The labels of the pages in short, as in {@code 1, 4–9}; empty if there are none. */
  public String pageLabels() {
    return PageRanges.of(pages().stream().map(PrintedPage::label).toList());
  }
}
