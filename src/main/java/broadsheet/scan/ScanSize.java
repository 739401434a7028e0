package broadsheet.scan;

import java.util.Locale;

/** The size at which a scan is shown. */
public enum ScanSize {
  /** Large enough to read small print. */
  FULL(3000),
  /** For a page beside its text, and a part of one in results. */
  MEDIUM(900),
  /** For a list of pages. */
  SMALL(360);

  private final int width;

  ScanSize(int width) {
    this.width = width;
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
