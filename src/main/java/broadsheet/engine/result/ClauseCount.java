package broadsheet.engine.result;

import broadsheet.query.QueryNode;

/**
 * The number of articles that one part of a query finds alone. It shows a reader which part empties
 * the result.
 */
public record ClauseCount(QueryNode clause, long count) {}
