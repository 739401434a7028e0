package broadsheet.verify;

import java.util.List;

/** The letters that recognition of scans takes for each other. Stateless. */
final class Misreading {

  /** Groups of signs that look alike in print; each becomes the first of its group. */
  private static final List<List<String>> ALIKE =
      List.of(
          List.of("m", "rn", "nn", "iii", "ni", "in"),
          List.of("w", "vv"),
          List.of("d", "cl"),
          List.of("l", "1", "i", "j", "t", "f", "r", "!"),
          List.of("o", "0", "c", "e", "q"),
          List.of("s", "5", "8", "g", "9"),
          List.of("b", "h", "6"),
          List.of("n", "u", "v", "y"),
          List.of("z", "2"));

  private static final int LONG = 4;

  private Misreading() {}

  /** Whether recognition may have made one word of the other. */
  static boolean isLikely(String claimed, String printed) {
    return claimed.length() >= LONG
        && claimed.codePoints().noneMatch(Character::isDigit)
        && shape(claimed).equals(shape(printed));
  }

  private static String shape(String word) {
    String shape = word;
    for (List<String> group : ALIKE) {
      for (String each : group) {
        shape = shape.replace(each, group.getFirst());
      }
    }
    return shape;
  }
}
