package broadsheet.engine.words;

/**
 * A request for n-grams: sequences of words in articles, within a paragraph.
 *
 * @param length the number of words, 2 to {@value #LONGEST}
 * @param withStopWords whether sequences that begin or end with a stop word are listed
 * @param least the fewest times that a listed sequence is printed, at least 1
 * @param most the most sequences to list, 1 to {@value CollocatesRequest#MOST_ROWS}
 * @param isAroundMatch whether only sequences with a whole match of the query in them are counted:
 *     clusters
 */
public record SequencesRequest(
    WordSet set, int length, boolean withStopWords, int least, int most, boolean isAroundMatch) {

  /** The most words of a sequence. */
  public static final int LONGEST = 4;

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public SequencesRequest {
    if (length < 2
        || length > LONGEST
        || least < 1
        || most < 1
        || most > CollocatesRequest.MOST_ROWS) {
      throw new IllegalArgumentException("a number of words is out of range");
    }
  }

  /** A request for sequences anywhere in the articles. */
  public SequencesRequest(WordSet set, int length, boolean withStopWords, int least, int most) {
    this(set, length, withStopWords, least, most, false);
  }

  /** The same of another set. */
  public SequencesRequest of(WordSet other) {
    return new SequencesRequest(other, length, withStopWords, least, most, isAroundMatch);
  }
}
