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
public record SurfaceCounts(long words, List<Long> counts) {

  /**
   * Asks for them.
   *
   * @param filters those of the articles
   * @param words the most important first: where there is no time, the last are not counted
   */
  public record PrintedQuestion(Filters filters, List<String> words)
      implements WordQuestion<SurfaceCounts> {
    @Override
    public SurfaceCounts answer(SearchBudget budget) throws IOException {
      return new SurfaceWords(filters, budget).of(words);
    }
  }
}
