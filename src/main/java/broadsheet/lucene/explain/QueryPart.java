package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Role;
import broadsheet.query.QueryNode;

/**
 * A piece of a query.
 *
 * @param node what it asks for or excludes, as it would be asked for by itself
 * @param weight how much it counts each time, 1 for most
 * @param times how often it was typed
 * @param isExcused whether the article need not have it, for another piece was found in its place
 * @param isCounted whether it counts where it is found: a group counts only as a whole
 * @param isPlain whether it stands in nothing else, so that its places count as well if it is a
 *     word
 */
record QueryPart(
    QueryNode node,
    Role role,
    float weight,
    int times,
    boolean isExcused,
    boolean isCounted,
    boolean isPlain) {

  /** The same, typed once more. */
  QueryPart again() {
    return new QueryPart(node, role, weight, times + 1, isExcused, isCounted, isPlain);
  }

  /** The same, in a part that the query does without. */
  QueryPart passedOver() {
    return new QueryPart(node, Role.PASSED_OVER, 0, times, true, false, isPlain);
  }

  /** Whether it keeps an article from matching that has it, or has it not. */
  boolean isMissing(boolean isThere) {
    boolean isAsWanted = (role == Role.EXCLUDED) != isThere;
    return !isAsWanted && !isExcused && role != Role.PASSED_OVER;
  }
}
