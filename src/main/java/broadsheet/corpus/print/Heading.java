package broadsheet.corpus.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the words of a stated headline in the printed one. Stateless. */
final class Heading {
  /** The share of the printed words that must be in the headline for both to be the same. */
  private static final double ENOUGH = 0.75;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Heading() {}

  /**
   * Finds the printed word for each word of the title, empty if there is none. Returns nothing if
   * too many printed words are not in the title.
   *
   * @param title the words of the title
   */
  static Optional<List<Optional<PlacedWord>>> aligned(
      List<String> title, List<PlacedWord> printed) {
    List<Optional<PlacedWord>> aligned = new ArrayList<>();
    int next = 0;
    int found = 0;
    for (String word : title) {
      int match = next;
      while (match < printed.size() && !isSame(word, printed.get(match).text())) {
        match++;
      }
      boolean isFound = match < printed.size();
      aligned.add(isFound ? Optional.of(printed.get(match)) : Optional.empty());
      found += isFound ? 1 : 0;
      next = isFound ? match + 1 : next;
    }
    return found >= ENOUGH * printed.size() ? Optional.of(aligned) : Optional.empty();
  }

  /** Whether two words are the same apart from recognition errors. */
  private static boolean isSame(String stated, String printed) {
    String one = bare(stated);
    String other = bare(printed);
    if (one.equals(other)) {
      return true;
    }
    int longer = Math.max(one.length(), other.length());
    return 3 * Math.abs(one.length() - other.length()) <= longer
        && 3 * common(one, other) >= 2 * longer;
  }

  private static int common(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return start + end;
  }

  private static String bare(String word) {
    return NO_LETTERS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
