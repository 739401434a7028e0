package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Role;
import broadsheet.query.QueryNode;

/**
 * A part of a query.
 *
 * @param node what it asks for or excludes, in a form that can be searched by itself
 * @param weight how much it scores each time, 1 for most
 * @param times how often it was typed
 * @param isExcused whether the article need not have it, because it has an alternative
 * @param isCounted whether its score counts: a group only scores as a whole
 * @param isPlain whether it is not inside anything else, so that a word also scores by its places
 */
record QueryPart(
    QueryNode node,
    Role role,
    float weight,
    int times,
    boolean isExcused,
    boolean isCounted,
    boolean isPlain) {

  /** The same part, typed once more. */
  QueryPart again() {
    return new QueryPart(node, role, weight, times + 1, isExcused, isCounted, isPlain);
  }

  /** The same part, in an optional part of the query. */
  QueryPart passedOver() {
    return new QueryPart(node, Role.PASSED_OVER, 0, times, true, false, isPlain);
  }

  /** Whether it keeps an article that has it, or lacks it, from matching. */
  boolean isMissing(boolean isThere) {
    boolean isAsWanted = (role == Role.EXCLUDED) != isThere;
    return !isAsWanted && !isExcused && role != Role.PASSED_OVER;
  }
}
