package broadsheet.engine.result;

import broadsheet.query.QueryNode;

/**
 * How many articles one part of a query finds by itself, so that a reader sees which part empties
 * the result.
 */
public record ClauseCount(QueryNode clause, long count) {}
