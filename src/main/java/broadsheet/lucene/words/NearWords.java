package broadsheet.lucene.words;

import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Extent;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The collocates of matches in one part of an archive.
 *
 * @param words each word with its counts
 * @param near the number of words near them
 */
public record NearWords(Map<String, Count> words, long matches, long near, Extent extent) {

  /** Asks for them. */
  public record NearQuestion(PartSet set, CollocatesRequest request)
      implements WordQuestion<NearWords> {
    @Override
    public NearWords answer(SearchBudget budget) throws IOException {
      return new CollocateCounter(request).words(set, budget);
    }
  }

  /**
   * The counts of a word near matches.
   *
   * @param asStopWord the times in a text in whose language it is a stop word
   */
  public record Count(long times, long asStopWord) {

    private Count plus(Count other) {
      return new Count(times + other.times, asStopWord + other.asStopWord);
    }

    /** Whether it is a stop word in most of the texts. */
    boolean isStopWord() {
      return 2 * asStopWord > times;
    }
  }

  /** Those of all parts, without the extent. */
  static Map<String, Count> sum(List<NearWords> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().words;
    }
    Map<String, Count> sum = new HashMap<>();
    parts.forEach(part -> part.words.forEach((word, count) -> sum.merge(word, count, Count::plus)));
    return sum;
  }
}
