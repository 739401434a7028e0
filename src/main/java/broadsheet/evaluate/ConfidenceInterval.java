package broadsheet.evaluate;

/**
 * A 95 % confidence interval.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record ConfidenceInterval(double low, double high) {

  /**
   * @throws IllegalArgumentException when the ends are reversed or not numbers
   */
  public ConfidenceInterval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }
}
