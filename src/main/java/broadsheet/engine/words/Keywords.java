package broadsheet.engine.words;

import broadsheet.engine.result.Note;
import java.util.List;

/**
 * The keywords of a set of articles: words that are more frequent in it than in other articles,
 * those with the highest log-likelihood first, ties in the order of their characters. A listed word
 * has at least one letter: numbers alone count as words, but are not listed.
 *
 * @param words the number of words in the articles of the set that were read
 * @param otherWords the number of words in those that they are compared with
 */
public record Keywords(
    List<Keyword> keywords,
    long words,
    long otherWords,
    Extent extent,
    Extent otherExtent,
    List<Note> notes) {

  public Keywords {
    keywords = List.copyOf(keywords);
    notes = List.copyOf(notes);
  }

  /**
   * A word.
   *
   * @param count the number of times it is printed in the articles of the set that were read
   * @param otherCount the number of times it is printed in the other articles
   * @param logLikelihood see {@link WordStatistics#logLikelihood}
   * @param logRatio see {@link WordStatistics#logRatio}
   */
  public record Keyword(
      String word, long count, long otherCount, double logLikelihood, double logRatio) {}
}
