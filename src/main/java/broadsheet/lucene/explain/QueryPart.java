package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Role;
import broadsheet.query.QueryNode;

/**
 * A part of a query.
 *
 * @param node its query, required or excluded, in a form that can be searched by itself
 * @param weight the factor of its score, 1 for most
 * @param times the number of times it was typed
 * @param isExcused whether the article may lack it, because it has an alternative
 * @param isCounted whether its score counts, since a group scores only as a whole
 * @param isPlain whether it is outside of any other node, so that a word in the headline scores too
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

  /** The same part, passed over by the search. */
  QueryPart passedOver() {
    return new QueryPart(node, Role.PASSED_OVER, 0, times, true, false, isPlain);
  }

  /** Whether it keeps an article from matching, given whether the article has it. */
  boolean isMissing(boolean isThere) {
    boolean isAsWanted = (role == Role.EXCLUDED) != isThere;
    return !isAsWanted && !isExcused && role != Role.PASSED_OVER;
  }
}
