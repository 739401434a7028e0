package broadsheet.engine.result;

import java.util.List;

/**
 * The words that tell the hits of some days from those of the days before and after. Of many hits a
 * sample is read, spread evenly over them and the same each time; of reprints in it one. Immutable.
 *
 * @param words the most distinctive first; empty where nothing is
 * @param within what was read of the hits of these days
 * @param around what was read of the hits before and after
 * @param completeness whether all of the sample was read; if not, the time was up before
 */
public record DistinctiveWords(
    List<Word> words, Sample within, Sample around, Completeness completeness) {

  /**
   * A word, whatever its ending.
   *
   * @param text as it is printed most
   * @param within how many articles of the sample of these days hold it
   * @param around how many articles of the sample before and after hold it
   * @param score how surprising that is if both were alike: the log-likelihood ratio G²
   */
  public record Word(String text, int within, int around, double score) {}

  /**
   * What was read.
   *
   * @param hits how many there are
   * @param read how many of them were read
   */
  public record Sample(long hits, int read) {}

  public DistinctiveWords {
    words = List.copyOf(words);
  }

  /** Whether all was looked at. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }
}
