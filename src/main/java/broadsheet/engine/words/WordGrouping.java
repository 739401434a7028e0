package broadsheet.engine.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The grouping of that name; empty when there is none. */
  public static Optional<WordGrouping> named(String name) {
    return Arrays.stream(values()).filter(by -> by.label().equals(name)).findFirst();
  }
}
