package broadsheet.lucene.words;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.List;

/**
 * Counts of words, as often as they are printed in a part of an archive.
 *
 * @param words the number of all words
 * @param counts the number of times of each word; fewer than wanted where the time was up
 */
public record PrintedCounts(long words, List<Long> counts) {

  /**
   * A request for them.
   *
   * @param filters those of the articles
   * @param words the most important first: where there is no time, the last are not counted
   */
  public record Wanted(Filters filters, List<String> words) {}

  /** Counts words in one part. */
  public static PrintedCounts of(Wanted wanted, SearchBudget budget) throws IOException {
    return new PrintedWords(wanted.filters, budget).of(wanted.words);
  }
}
