package broadsheet.web.address;

import java.util.Locale;

/** What the bars of a timeline show. */
public enum TimelineMeasure {
  /** How many articles. */
  COUNT,
  /** Which part of all articles of the same time that the same filters leave. */
  SHARE;

  /** The name in addresses: {@code share}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
