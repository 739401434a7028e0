package broadsheet.names;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of thing that a name stands for. */
public enum NameKind {
  PERSON,
  ORGANISATION,
  PLACE;

  /** The name in queries, addresses and JSON: {@code person}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with that label; empty if there is none. */
  public static Optional<NameKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
