package broadsheet.engine.words;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request for the keywords of a set of articles.
 *
 * @param other the articles to compare with, less those of the set; empty for all others
 * @param withStopWords whether stop words are listed
 * @param least the fewest times that a listed word is printed in the set, at least 1
 * @param most the most words to list, 1 to {@value CollocatesRequest#MOST_ROWS}
 */
public record KeywordsRequest(
    WordSet set, Optional<WordSet> other, boolean withStopWords, int least, int most) {

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public KeywordsRequest {
    if (least < 1 || most < 1 || most > CollocatesRequest.MOST_ROWS) {
      throw new IllegalArgumentException("a number of words is out of range");
    }
  }

  /** The same of other sets. */
  public KeywordsRequest of(UnaryOperator<WordSet> others) {
    return new KeywordsRequest(others.apply(set), other.map(others), withStopWords, least, most);
  }
}
