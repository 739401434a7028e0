package broadsheet.lucene.compile;

import broadsheet.query.LoneYear;
import broadsheet.query.QueryNode;
import java.util.List;

/** Says in a sentence how many articles have all of a query's words, and that others follow. */
public final class TierNote {
  private TierNote() {}

  /**
   * The sentence.
   *
   * @param articles how many have all of them
   */
  public static String of(long articles, Relaxation relaxation, LanguageCompiler compiler) {
    List<QueryNode> units =
        relaxation.counted().stream().distinct().filter(u -> !compiler.isStopWord(u)).toList();
    String who =
        switch ((int) Math.min(articles, 2)) {
          case 0 -> "No article has";
          case 1 -> "1 article has";
          default -> articles + " articles have";
        };
    if (relaxation.optional().size() == 1) {
      return who + " the whole of it; these have parts of it.";
    }
    return units.size() == 2
        ? "%s both %s; these have one.".formatted(who, noun(units))
        : "%s all %s%s; these have some of them."
            .formatted(who, units.size() < 2 ? "" : units.size() + " ", noun(units));
  }

  private static String noun(List<QueryNode> units) {
    return units.stream().allMatch(unit -> LoneYear.plainWord(unit).isPresent())
        ? "words"
        : "parts";
  }
}
