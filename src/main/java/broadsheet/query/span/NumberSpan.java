package broadsheet.query.span;

/**
 * A run of whole numbers, both ends included: a day, month or year counted in days, or a plain
 * number, which is a run of one.
 */
public record NumberSpan(long first, long last) {

  /** Whether this starts after another of the same kind. */
  public boolean isAfter(NumberSpan other) {
    return first > other.last;
  }
}
