package broadsheet.engine.words;

/**
 * A word that must stand near a match. A line is then each time it does, from the word to the match
 * nearest to it, so that there are as many lines as {@link Collocates.Collocate#observed} counts; a
 * word that is part of a match itself is a line alone. Only texts whose words are counted have
 * lines: no corrections and lists of links.
 *
 * @param word folded, as the list of collocates has it
 * @param window the words that are near
 */
public record NearWord(String word, Window window) {

  /**
   * The words that count as near a match. They stand in its paragraph.
   *
   * @param left the number of words before a match that count as near, 0 to {@value
   *     CollocatesRequest#MOST_WORDS}
   * @param right the same after it
   * @param isWithinSentence whether they must stand in the same sentence
   */
  public record Window(int left, int right, boolean isWithinSentence) {
    /**
     * @throws IllegalArgumentException when a number is out of range
     */
    public Window {
      if (Math.min(left, right) < 0
          || Math.max(left, right) > CollocatesRequest.MOST_WORDS
          || left + right == 0) {
        throw new IllegalArgumentException("a number of words is out of range");
      }
    }
  }
}
