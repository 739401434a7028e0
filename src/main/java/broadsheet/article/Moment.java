package broadsheet.article;

/**
 * The time span of a word in a recording. It holds for all words up to the next place, so that the
 * first word of a cue tells the time of the whole cue. Immutable.
 *
 * @param start the time since the beginning of the recording, in milliseconds
 * @param end the end of the word or cue, in milliseconds; not before the start
 */
public record Moment(int start, int end) implements Place {
  /** The first moment that is too late, about 149 hours. */
  public static final int LIMIT = 1 << 29;

  /**
   * @throws IllegalArgumentException if it is negative, ends before it starts or is not below
   *     {@link #LIMIT}
   */
  public Moment {
    if (start < 0 || end < start || end >= LIMIT) {
      throw new IllegalArgumentException("not a moment: " + start + " to " + end);
    }
  }
}
