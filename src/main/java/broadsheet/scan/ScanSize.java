package broadsheet.scan;

import java.util.Locale;

/** How large a scan is shown. */
public enum ScanSize {
  /** Large enough to read small print. */
  FULL(3000),
  /** For a list of pages. */
  SMALL(360);

  private final int width;

  ScanSize(int width) {
    this.width = width;
  }

  /**
   * About how many pixels a drawing is wide at most. An image that is shown as it is may differ.
   */
  int width() {
    return width;
  }

  /** As addresses say it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
