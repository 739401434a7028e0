package broadsheet.compare;

/**
 * How much work a comparison may still make, in single comparisons of two words or paragraphs. What
 * is counted is the same on every machine, so that the same texts always compare alike. Not shared
 * between threads.
 */
final class Effort {

  private long left;

  Effort(long comparisons) {
    left = comparisons;
  }

  /** There is none left. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("too much to compare", null, false, false);
    }
  }

  /**
   * Compares.
   *
   * @throws Spent when no effort is left
   */
  boolean isSame(Integer one, Integer other) {
    if (left-- <= 0) {
      throw new Spent();
    }
    return one.intValue() == other.intValue();
  }
}
