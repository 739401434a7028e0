package broadsheet.lucene.compile;

import broadsheet.engine.result.Completeness;
import broadsheet.query.QueryNode;
import java.util.Optional;

/**
 * The part of a query that is searched within its budget for patterns, see {@link PatternPruning}.
 *
 * @param tree the query to search; empty if no article is sure to match
 * @param isMore whether articles may be found that do not match the whole query
 * @param isLess whether articles may match that are not found
 */
record BudgetedQuery(Optional<QueryNode> tree, boolean isMore, boolean isLess) {

  Completeness completeness() {
    if (isLess) {
      return Completeness.PATTERNS_CUT;
    }
    return isMore ? Completeness.PATTERNS_LEFT_OUT : Completeness.WHOLE;
  }
}
