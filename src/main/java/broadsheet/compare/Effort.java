package broadsheet.compare;

/**
 * The budget of a comparison, counted in single comparisons of two words or paragraphs. Unlike
 * time, the count is the same on every machine, so that the same texts always give the same result.
 * Not thread-safe.
 */
final class Effort {

  private long left;

  Effort(long comparisons) {
    left = comparisons;
  }

  /** The budget is used up. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("too much to compare", null, false, false);
    }
  }

  /**
   * Compares two elements.
   *
   * @throws Spent when the budget is used up
   */
  boolean isSame(Integer one, Integer other) {
    if (left-- <= 0) {
      throw new Spent();
    }
    return one.intValue() == other.intValue();
  }
}
