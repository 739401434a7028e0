package broadsheet.engine.result;

import broadsheet.article.Enclosure;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The places of a hit's matches outside its text. Immutable.
 *
 * @param pages the labels of its pages, as in {@code 1, 4}; empty if it was not read from pages
 * @param quality the scan quality in percent; {@link Positions#UNKNOWN_QUALITY} if unknown
 * @param strip the part of a page with its matches; empty if there is no scan to show
 * @param best its part with the most matches; empty if no match has a place
 * @param file the name of its file, if it is a document; otherwise empty
 */
public record HitPositions(
    String pages, int quality, Optional<ScanStrip> strip, Optional<BestPart> best, String file) {

  /** The positions of a hit that is only a text. */
  public static final HitPositions NONE = ofText(Positions.UNKNOWN_QUALITY);

  /**
   * The positions of a hit.
   *
   * @param title the headline with its marks
   * @param body the whole body with its marks
   */
  public static HitPositions of(Positions positions, MarkedText title, MarkedText body) {
    if (positions.parts().isEmpty()) {
      return positions.quality() == Positions.UNKNOWN_QUALITY ? NONE : ofText(positions.quality());
    }
    List<MarkPlace> places = MarkPlaces.of(positions, title, List.of(body));
    Optional<BestPart> best = BestPart.of(positions, places);
    return new HitPositions(
        positions.pageLabels(),
        positions.quality(),
        ScanStrip.of(positions, boxes(positions, places, best)),
        best,
        "");
  }

  /** The boxes that a strip may show: those on the best page or, if it has no scan, all. */
  private static List<MarkBox> boxes(
      Positions positions, List<MarkPlace> places, Optional<BestPart> best) {
    boolean isBestScanned =
        best.filter(part -> part.part() instanceof PrintedPage page && page.hasImage()).isPresent();
    boolean hasScan = positions.pages().stream().anyMatch(PrintedPage::hasImage);
    return hasScan
        ? MarkPlaces.boxes(places).stream()
            .filter(box -> !isBestScanned || box.page() == best.get().number() - 1)
            .toList()
        : List.of();
  }

  private static HitPositions ofText(int quality) {
    return new HitPositions("", quality, Optional.empty(), Optional.empty(), "");
  }

  /** The same positions in a file. */
  public HitPositions in(String name) {
    return new HitPositions(pages, quality, strip, best, name);
  }

  /**
   * The name of the file of a document: a PDF, or a file with others in it; empty for all other
   * articles.
   *
   * @param location where it was read, as in {@code Article.locations}
   */
  public static String file(Positions positions, String location) {
    String name = location.substring(location.lastIndexOf('/') + 1);
    boolean isPdf = positions.isPrinted() && name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    boolean hasFiles = positions.parts().stream().anyMatch(Enclosure.class::isInstance);
    return (isPdf || hasFiles) && name.indexOf('#') < 0 ? name : "";
  }
}
