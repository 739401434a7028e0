package broadsheet.lucene.compile;

import broadsheet.query.QueryNode;
import java.util.List;

/**
 * Guesses from a query alone what answering it costs, in words: a word costs one. Only good enough
 * to tell what may hold others up from what cannot.
 */
public final class QueryCost {

  /** From this on a query waits its turn in the lane. */
  static final int HEAVY = 32;

  private static final int SLOPPY = 4;
  private static final int LARGE_SLOP = 20;
  private static final int PREFIX = 8;

  /** Beside one for each letter, for all that a word may be misspelled to is worked out first. */
  private static final int FUZZY = 16;

  /** With so many letters before its first wildcard a pattern is looked for in few words. */
  private static final int ENOUGH_LETTERS = 3;

  private QueryCost() {}

  public static boolean isHeavy(QueryNode root) {
    return of(root) >= HEAVY;
  }

  /** Whether they are when answered one after the other. */
  public static boolean isHeavy(List<QueryNode> roots) {
    return sum(roots) >= HEAVY;
  }

  public static int of(QueryNode node) {
    return switch (node) {
      case QueryNode.Word _, QueryNode.ExactWord _ -> 1;
      case QueryNode.Phrase phrase -> phrase(phrase);
      case QueryNode.Wildcard wildcard -> wildcard(wildcard.pattern());
      case QueryNode.Fuzzy fuzzy -> FUZZY + fuzzy.text().length();
      case QueryNode.InField in -> of(in.child());
      case QueryNode.Not not -> of(not.child());
      case QueryNode.Boosted boosted -> of(boosted.child());
      case QueryNode.Together all -> sum(all.children());
      case QueryNode.AllOf all -> sum(all.children());
      case QueryNode.AnyOf any -> sum(any.children());
      case QueryNode.Everything _,
          QueryNode.DateRange _,
          QueryNode.DateUnknown _,
          QueryNode.NumberRange _ ->
          1;
      // How many places are looked at depends on the words, whose frequency nobody knows here.
      case QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ -> HEAVY;
    };
  }

  private static int phrase(QueryNode.Phrase phrase) {
    int words = 1 + (int) phrase.text().chars().filter(c -> c == ' ').count();
    if (phrase.slop() == 0) {
      return words;
    }
    return phrase.slop() > LARGE_SLOP ? Math.max(HEAVY, words) : words * SLOPPY;
  }

  private static int wildcard(String pattern) {
    if (pattern.equals("*")) {
      return 1;
    }
    long letters = pattern.chars().takeWhile(c -> c != '*' && c != '?').count();
    return letters >= ENOUGH_LETTERS ? PREFIX : HEAVY;
  }

  private static int sum(List<QueryNode> children) {
    return Math.toIntExact(
        Math.min(Integer.MAX_VALUE / 2, children.stream().mapToLong(QueryCost::of).sum()));
  }
}
