package broadsheet.engine.result;

import broadsheet.article.Positions;
import java.util.List;
import java.util.Optional;

/**
 * The printed form of a hit. Immutable.
 *
 * @param pages the labels of its pages, as in {@code 1, 4}; empty if it was not read from a scan
 * @param quality the scan quality in percent; {@link Print#UNKNOWN_QUALITY} if unknown
 * @param strip the part of a page with its matches; empty if there is no scan to show
 */
public record HitPrint(String pages, int quality, Optional<ScanStrip> strip) {

  /** The print of a hit that was not read from a scan. */
  public static final HitPrint NONE = new HitPrint("", Positions.UNKNOWN_QUALITY, Optional.empty());

  /**
   * The print of a hit.
   *
   * @param title the headline with its marks
   * @param body the whole body with its marks
   */
  public static HitPrint of(Positions positions, MarkedText title, MarkedText body) {
    if (!positions.isPrinted()) {
      return positions.quality() == Positions.UNKNOWN_QUALITY
          ? NONE
          : new HitPrint("", positions.quality(), Optional.empty());
    }
    boolean hasScan = positions.pages().stream().anyMatch(page -> page.hasImage());
    Optional<ScanStrip> strip =
        hasScan
            ? ScanStrip.of(positions, MarkPlaces.boxes(positions, title, List.of(body)))
            : Optional.empty();
    return new HitPrint(positions.pageLabels(), positions.quality(), strip);
  }
}
