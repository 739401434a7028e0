package broadsheet.engine.result;

/**
 * The number of hits that have a value.
 *
 * @param value the whole value as the articles spell it
 * @param count exact, above 0
 */
public record FacetCount(String value, long count) {}
