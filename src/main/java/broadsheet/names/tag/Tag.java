package broadsheet.names.tag;

import broadsheet.names.NameKind;
import java.util.Optional;

/** The BIO tags of words: outside of names, or at the beginning or inside of one of four kinds. */
final class Tag {

  static final int OUTSIDE = 0;
  static final int COUNT = 9;

  private static final int OTHER = 3;

  private Tag() {}

  /** The tag of a label such as {@code B-PER}; outside if it is unknown. */
  static int of(String label) {
    int kind =
        label.length() < 5
            ? -1
            : switch (label.substring(2)) {
              case "PER" -> 0;
              case "ORG" -> 1;
              case "LOC" -> 2;
              case "MISC" -> OTHER;
              default -> -1;
            };
    return kind < 0 ? OUTSIDE : 1 + 2 * kind + (label.charAt(0) == 'I' ? 1 : 0);
  }

  static boolean isInside(int tag) {
    return tag != OUTSIDE && tag % 2 == 0;
  }

  /** Whether a tag may follow another: inside only after the same kind. */
  static boolean mayFollow(int before, int tag) {
    return !isInside(tag) || before == tag || before == tag - 1;
  }

  /** The kind of name; empty outside and for names of other things. */
  static Optional<NameKind> kind(int tag) {
    return switch ((tag + 1) / 2) {
      case 1 -> Optional.of(NameKind.PERSON);
      case 2 -> Optional.of(NameKind.ORGANISATION);
      case 3 -> Optional.of(NameKind.PLACE);
      default -> Optional.empty();
    };
  }
}
