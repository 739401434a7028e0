package broadsheet.engine.result;

import java.util.List;

/**
 * The significant terms of hits: the words that set them apart from the articles they are compared
 * with. If either set is large, a random sample of it is read, the same one each time, with one
 * article of each family of reprints. Immutable.
 *
 * @param words the most distinctive first; empty where nothing is distinctive
 * @param within the sample of the hits
 * @param around the sample of the articles they are compared with
 * @param completeness whether the whole sample was read
 */
public record DistinctiveWords(
    List<Word> words, Sample within, Sample around, Completeness completeness) {

  /**
   * A word, in any of its forms.
   *
   * @param text its most frequent printed form
   * @param within the number of articles with it in the sample of the hits
   * @param around the number of articles with it in the other sample
   * @param score the surprise at the difference if both samples were alike: the log-likelihood
   *     ratio G²
   */
  public record Word(String text, int within, int around, double score) {}

  /**
   * The size of a sample.
   *
   * @param hits the number of articles to choose from
   * @param read the number of articles read
   */
  public record Sample(long hits, int read) {}

  public DistinctiveWords {
    words = List.copyOf(words);
  }

  /** With fewer articles in both samples together, nothing is concluded. */
  public static final int SMALLEST_BASE = 20;

  /** Whether the samples are large enough to conclude anything. */
  public static boolean isEnough(Sample within, Sample around) {
    return within.read() + around.read() >= SMALLEST_BASE;
  }

  /**
   * Whether the words are meaningful: the samples are large enough, and were read whole or, since
   * they are read at random, enough of either before the time was up.
   */
  public boolean isTelling() {
    return switch (completeness) {
      case WHOLE -> isEnough(within, around);
      case TIME_UP -> Math.min(within.read(), around.read()) >= SMALLEST_BASE;
      case PATTERNS_LEFT_OUT, PATTERNS_CUT, PART_UNREACHABLE -> false;
    };
  }

  /** Whether the whole sample was read. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }
}
