package broadsheet.evaluate;

/**
 * A query with judged hits.
 *
 * @param number identifies it in judgements and runs; usually a number, never with white space in
 *     it
 * @param query its text, in one line
 */
public record Topic(String number, String query) {

  /**
   * @throws IllegalArgumentException when a part is empty or cannot be written as one line
   */
  public Topic {
    Fields.requireOneWord("topic number", number);
    if (query.isBlank() || query.indexOf('\n') >= 0 || query.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a topic's query is text in one line: '" + query + "'");
    }
  }

  /**
   * Parses a line of a topics file: number, tab, query.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Topic of(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new IllegalArgumentException("a topic is its number, a tab and its query");
    }
    return new Topic(line.substring(0, tab).strip(), line.substring(tab + 1));
  }

  /** The line that {@link #of} parses. */
  String line() {
    return number + "\t" + query;
  }
}
