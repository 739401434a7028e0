package broadsheet.names;

import java.util.Comparator;

/**
 * A name as readers see it: {@code Paul Volcker}, a person. Ordered by kind, then by text.
 *
 * @param text never blank
 */
public record Name(NameKind kind, String text) implements Comparable<Name> {

  private static final Comparator<Name> ORDER =
      Comparator.comparing(Name::kind).thenComparing(Name::text);

  /**
   * @throws IllegalArgumentException when the text is blank
   */
  public Name {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name without text");
    }
  }

  @Override
  public int compareTo(Name other) {
    return ORDER.compare(this, other);
  }
}
