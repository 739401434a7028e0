package broadsheet.evaluate;

/**
 * A range that a figure lies in with a confidence of 95 %.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record ConfidenceInterval(double low, double high) {

  /**
   * @throws IllegalArgumentException when the ends are the wrong way round or not numbers
   */
  public ConfidenceInterval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }
}
