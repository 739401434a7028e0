package broadsheet.engine.request;

/** What the hits of a search are compared with, to find the words that set them apart. */
public sealed interface Contrast {

  /**
   * The hits of some days, compared with those of the days around.
   *
   * @param span these days
   * @param around days that include these and some before and after them
   */
  record Days(DateSpan span, DateSpan around) implements Contrast {}

  /** All hits, compared with all other articles of the archive, whatever the filters. */
  record Others() implements Contrast {}
}
