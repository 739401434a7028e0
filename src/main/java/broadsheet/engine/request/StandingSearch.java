package broadsheet.engine.request;

import broadsheet.query.QueryNode;

/**
 * A search that new articles are held against as they come in. Immutable.
 *
 * @param id what it is known by
 * @param query what is asked
 * @param filters what narrows it
 */
public record StandingSearch(String id, QueryNode query, Filters filters) {}
