package broadsheet.engine.result;

import java.util.List;

/**
 * The words that set the hits of a span of days apart from those of the days around it. When there
 * are many hits, an evenly spread sample is read, the same one each time, with one article of each
 * family of reprints. Immutable.
 *
 * @param words the most distinctive first; empty where nothing is distinctive
 * @param within the sample of the span
 * @param around the sample of the days before and after
 * @param completeness whether the whole sample was read; if not, the time ran out
 */
public record DistinctiveWords(
    List<Word> words, Sample within, Sample around, Completeness completeness) {

  /**
   * A word, in any of its forms.
   *
   * @param text its most frequent printed form
   * @param within how many articles in the sample of the span have it
   * @param around how many articles in the sample of the days around have it
   * @param score how surprising the difference is if both samples were alike: the log-likelihood
   *     ratio G²
   */
  public record Word(String text, int within, int around, double score) {}

  /**
   * The size of a sample.
   *
   * @param hits how many hits there are
   * @param read how many of them were read
   */
  public record Sample(long hits, int read) {}

  public DistinctiveWords {
    words = List.copyOf(words);
  }

  /** Whether the whole sample was read. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }
}
