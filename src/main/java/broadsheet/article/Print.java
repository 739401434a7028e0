package broadsheet.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How an article is printed: its pages, and where on them each of its words is. Immutable.
 *
 * @param pages in reading order, each once; none if the article was not read from a scan
 * @param words where the words are; none if only the pages are known
 * @param quality the mean confidence of the text recognition, in percent; {@link #UNKNOWN_QUALITY}
 *     if the source states none
 */
public record Print(List<PrintedPage> pages, WordPlaces words, int quality) {

  public static final int UNKNOWN_QUALITY = -1;

  /** Of an article that was not read from a scan. */
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
