package broadsheet.engine.result;

import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import java.util.List;
import java.util.Optional;

/**
 * Where the matches of a hit stand outside its text. Immutable.
 *
 * @param pages the labels of its pages, as in {@code 1, 4}; empty if it was not read from pages
 * @param quality the scan quality in percent; {@link Positions#UNKNOWN_QUALITY} if unknown
 * @param strip the part of a page with its matches; empty if there is no scan to show
 * @param best its part with the most matches; empty if no match has a place
 */
public record HitPositions(
    String pages, int quality, Optional<ScanStrip> strip, Optional<BestPart> best) {

  /** The positions of a hit that is only a text. */
  public static final HitPositions NONE =
      new HitPositions("", Positions.UNKNOWN_QUALITY, Optional.empty(), Optional.empty());

  /**
   * The positions of a hit.
   *
   * @param title the headline with its marks
   * @param body the whole body with its marks
   */
  public static HitPositions of(Positions positions, MarkedText title, MarkedText body) {
    if (positions.parts().isEmpty()) {
      return positions.quality() == Positions.UNKNOWN_QUALITY
          ? NONE
          : new HitPositions("", positions.quality(), Optional.empty(), Optional.empty());
    }
    List<MarkPlace> places = MarkPlaces.of(positions, title, List.of(body));
    boolean hasScan = positions.pages().stream().anyMatch(PrintedPage::hasImage);
    List<MarkBox> boxes = hasScan ? MarkPlaces.boxes(places) : List.of();
    return new HitPositions(
        positions.pageLabels(),
        positions.quality(),
        ScanStrip.of(positions, boxes),
        BestPart.of(positions, places));
  }
}
