package broadsheet.query;

/**
 * A stretch of whole numbers, both ends included: a day, month or year counted in days, or a plain
 * number, which is a stretch of one.
 */
record NumberSpan(long first, long last) {

  /** Both of the same kind of number, one before the other. */
  boolean isAfter(NumberSpan other) {
    return first > other.last;
  }
}
