package broadsheet.engine.request;

/** The reference set against which the distinctive words of a result set are measured. */
public sealed interface Contrast {

  /**
   * The part of the time limit that finding the words may take, as its divisor. An answer may have
   * the words of several peaks, but of one search only.
   */
  default int timeShare() {
    return switch (this) {
      case Days _ -> 12;
      case Others _ -> 4;
    };
  }

  /**
   * The hits of some days, compared with the hits of a longer span around them.
   *
   * @param span these days
   * @param around days that include these and some before and after them
   */
  record Days(DateSpan span, DateSpan around) implements Contrast {}

  /** All hits, compared with all other articles of the archive, whatever the filters. */
  record Others() implements Contrast {}
}
