package broadsheet.address;

import java.util.Locale;

/** The value shown by the bars of a timeline. */
public enum TimelineMeasure {
  /** The number of articles. */
  COUNT,
  /** The share of all articles from the same period that pass the same filters. */
  SHARE;

  /** The name in addresses: {@code share}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
