package broadsheet.scan;

import broadsheet.scan.draw.DrawRequest;
import java.util.Locale;

/** The size at which a scan is shown. */
public enum ScanSize {
  /** Large enough to read small print. */
  FULL(3000, ScanSize.ANY),
  /** For a page beside its text. */
  MEDIUM(900, ScanSize.ANY),
  /** For a list of pages. */
  SMALL(360, ScanSize.ANY),
  /** For the part of a page that a result shows. */
  STRIP(640, 40_000);

  private static final int ANY = Integer.MAX_VALUE;

  private final int width;
  private final int mostBytes;

  ScanSize(int width, int mostBytes) {
    this.width = width;
    this.mostBytes = mostBytes;
  }

  DrawRequest.Most most() {
    return new DrawRequest.Most(width, mostBytes);
  }

  /**
   * The approximate maximum width of a drawing, in pixels. An image that is shown without drawing
   * may differ.
   */
  int width() {
    return width;
  }

  /** The name used in addresses. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
