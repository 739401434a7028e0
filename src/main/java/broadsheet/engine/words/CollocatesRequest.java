package broadsheet.engine.words;

/**
 * A request for the collocates of a query.
 *
 * @param left the number of words before a match that count as near, 0 to {@value #MOST_WORDS}
 * @param right the same after it
 * @param isWithinSentence whether they must stand in the same sentence
 * @param withStopWords whether stop words are listed
 * @param least the fewest times that a listed word stands near a match, at least 1
 * @param order the measure by which they are sorted
 * @param most the most words to list, 1 to {@value #MOST_ROWS}
 */
public record CollocatesRequest(
    WordSet set,
    int left,
    int right,
    boolean isWithinSentence,
    boolean withStopWords,
    int least,
    Association order,
    int most) {

  /** The most words on a side. */
  public static final int MOST_WORDS = 50;

  /** The most words of one answer. */
  public static final int MOST_ROWS = 10_000;

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public CollocatesRequest {
    if (Math.min(left, right) < 0
        || Math.max(left, right) > MOST_WORDS
        || left + right == 0
        || least < 1
        || most < 1
        || most > MOST_ROWS) {
      throw new IllegalArgumentException("a number of words is out of range");
    }
  }

  /** The same of another set. */
  public CollocatesRequest of(WordSet other) {
    return new CollocatesRequest(
        other, left, right, isWithinSentence, withStopWords, least, order, most);
  }

  /** The words that are near. */
  public NearWord.Window window() {
    return new NearWord.Window(left, right, isWithinSentence);
  }
}
