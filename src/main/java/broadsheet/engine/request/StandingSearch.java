package broadsheet.engine.request;

import broadsheet.query.QueryNode;

/**
 * A saved search that is matched against new articles. Immutable.
 *
 * @param id its id
 * @param query the query
 * @param filters further restrictions
 */
public record StandingSearch(String id, QueryNode query, Filters filters) {}
