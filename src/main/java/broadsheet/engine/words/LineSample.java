package broadsheet.engine.words;

/**
 * A random sample of lines. A line is drawn by a number that depends on the seed, its article's id
 * and its place there alone, so that the same lines are drawn again from any copy of the archive,
 * and after updates that leave these articles as they are.
 *
 * @param most the number of lines to draw, from those of the share, 1 to {@value #MOST_LINES}; 0
 *     for all
 * @param percent the share of lines that is drawn from, 1 to 100
 * @param seed any number
 */
public record LineSample(int most, int percent, long seed) {

  /** The most lines of a sample with a number. */
  public static final int MOST_LINES = 10_000;

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public LineSample {
    if (most < 0 || most > MOST_LINES || percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a sample out of range: " + most + ", " + percent);
    }
  }
}
