package broadsheet.engine.result;

import broadsheet.query.CanonicalText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Formats the number of articles found. Where none has the whole query, it says that first, and
 * then how many have a part of it. Stateless.
 */
public final class FoundCount {
  private FoundCount() {}

  /** {@code 1,204 articles}, {@code No article has both. 1,204 have obama.} */
  public static String of(SearchResults results) {
    Optional<Note> note = results.tiers().note();
    boolean isOfNone = results.total() > 0 && results.tiers().all() == 0;
    return isOfNone && note.isPresent() && note.get() instanceof PartialMatchesNote some
        ? none(some) + " " + parts(some, results)
        : articles(results.total(), !results.completeness().isLowerBound());
  }

  /**
   * {@code 1 article}, {@code at least 1,204 articles}. A lower bound of 0 says nothing, and is no
   * number.
   *
   * @param isExact whether it is the number itself
   */
  public static String articles(long count, boolean isExact) {
    return number(count, isExact) + (count == 1 ? " article" : " articles");
  }

  private static String none(PartialMatchesNote some) {
    String noun = some.areWords() ? "words" : "parts";
    if (some.isInseparable()) {
      return "No article has the whole of it.";
    }
    return switch (some.units()) {
      case 1 -> "No article has all " + noun + ".";
      case 2 -> "No article has both.";
      default -> "No article has all " + some.units() + " " + noun + ".";
    };
  }

  private static String parts(PartialMatchesNote some, SearchResults results) {
    List<String> found =
        results.clauses().stream()
            .filter(clause -> clause.count() > 0)
            .map(clause -> CanonicalText.of(clause.clause()))
            .toList();
    boolean isOne = found.size() == 1 && results.clauses().size() > 1;
    String whole = some.isInseparable() ? "parts of it" : "some of them";
    String parts = some.units() == 2 ? "one of them" : whole;
    return "%s %s %s."
        .formatted(
            sentence(number(results.total(), !results.completeness().isLowerBound())),
            results.total() == 1 ? "has" : "have",
            isOne ? found.getFirst() : parts);
  }

  private static String number(long count, boolean isExact) {
    if (isExact) {
      return Note.printed(count);
    }
    return count == 0 ? "an unknown number of" : "at least " + Note.printed(count);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
  }
}
