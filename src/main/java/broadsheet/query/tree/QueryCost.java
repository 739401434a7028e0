package broadsheet.query.tree;

import broadsheet.query.QueryNode;
import java.util.List;

/**
 * Estimates the cost of a query from its tree alone, in units of a single word. The estimate is
 * only accurate enough to separate queries that may hold up others from those that cannot.
 */
public final class QueryCost {

  /** A query of this cost or more waits for a permit. */
  static final int HEAVY = 32;

  private static final int SLOPPY = 4;
  private static final int LARGE_SLOP = 20;
  private static final int PREFIX = 8;

  /**
   * The cost of a fuzzy word, besides one for each letter, since all its misspellings are worked
   * out first.
   */
  private static final int FUZZY = 16;

  /** A pattern with this many letters before its first wildcard enumerates few terms. */
  private static final int ENOUGH_LETTERS = 3;

  private QueryCost() {}

  public static boolean isHeavy(QueryNode root) {
    return of(root) >= HEAVY;
  }

  /** Whether the queries together are heavy when run one after the other. */
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
      case QueryNode.Join join -> sum(join.children());
      case QueryNode.Everything _, QueryNode.Condition _ -> 1;
      // The cost depends on the frequency of the words, which is not known here.
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
