package broadsheet.engine.words;

import java.util.Locale;

/** The groups in which the words of articles are counted. */
public enum WordGrouping {
  YEAR,
  MONTH,
  SOURCE,
  SECTION;

  /** The name in addresses: {@code year}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
