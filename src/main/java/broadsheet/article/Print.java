package broadsheet.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The printed form of an article: its pages, and the place of each word on them. Immutable.
 *
 * @param pages in reading order, each once; none if the article was not read from a scan
 * @param words the places of the words; none if only the pages are known
 * @param quality the mean confidence of the text recognition, in percent; {@link #UNKNOWN_QUALITY}
 *     if the source states none
 */
public record Print(List<PrintedPage> pages, WordPlaces words, int quality) {

  public static final int UNKNOWN_QUALITY = -1;

  /** The print of an article that was not read from a scan. */
  public static final Print NONE = new Print(List.of(), WordPlaces.NONE, UNKNOWN_QUALITY);

  /**
   * @throws IllegalArgumentException if the quality is out of range
   */
  public Print {
    pages = List.copyOf(pages);
    if (quality < UNKNOWN_QUALITY || quality > 100) {
      throw new IllegalArgumentException("not a percentage: " + quality);
    }
  }

  public boolean isPrinted() {
    return !pages.isEmpty();
  }

  /** The labels of the pages, as in {@code 1, 4}; empty if there are none. */
  public String pageLabels() {
    return pages.stream().map(PrintedPage::label).collect(Collectors.joining(", "));
  }
}
