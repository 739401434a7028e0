package broadsheet.engine.result;

/**
 * How many of the hits have a value.
 *
 * @param value the whole value as the articles spell it
 * @param count exact, above 0
 */
public record FacetCount(String value, long count) {}
