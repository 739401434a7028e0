package broadsheet.engine.result;

/**
 * The number of hits that have a value.
 *
 * @param value the whole value as the articles spell it
 * @param count exact, above 0
 * @param found those in whose text it was found, as a name; the others only state it. 0 for values
 *     that are no names
 */
public record FacetCount(String value, long count, long found) {

  /** A value that articles state. */
  public FacetCount(String value, long count) {
    this(value, count, 0);
  }

  /** The same count with the number of hits in which the value was found. */
  public FacetCount finding(long number) {
    return new FacetCount(value, count, number);
  }
}
