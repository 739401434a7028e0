package broadsheet.corpus.page;

import broadsheet.corpus.text.PageTitle;

/**
 * The runs of consecutive letters and digits in a text, by which others are compared with it. A run
 * is kept as a rolling hash of 64 bits, so two different ones are all but never taken for one.
 * Immutable. Source: Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987.
 */
final class PageShingles {
  /** The number of letters and digits in a run. */
  private static final int RUN = 12;

  /** Number of samples of a text to compare; up to twice as many are taken. */
  private static final int MOST_COMPARED = 100;

  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long FIRST = power(RUN);

  private final String folded;

  /** Open addressing by the upper bits of the hash; 0 is empty. */
  private final long[] runs;

  private final int shift;

  private PageShingles(String folded) {
    this.folded = folded;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, folded.length())) + 1;
    this.runs = new long[1 << bits];
    this.shift = Long.SIZE - bits;
    long hash = 0;
    for (int i = 0; i < folded.length(); i++) {
      hash = hash * BASE + folded.charAt(i) - (i < RUN ? 0 : FIRST * folded.charAt(i - RUN));
      if (i >= RUN - 1) {
        add(hash);
      }
    }
  }

  /** The runs of a text, whose blanks, punctuation and case do not count. */
  static PageShingles of(String text) {
    return new PageShingles(PageTitle.folded(text));
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= BASE;
    }
    return power;
  }

  private void add(long hash) {
    int at = place(hash);
    while (runs[at] != 0 && runs[at] != hash) {
      at = (at + 1) & (runs.length - 1);
    }
    runs[at] = hash;
  }

  private boolean has(long hash) {
    int at = place(hash);
    while (runs[at] != 0 && runs[at] != hash) {
      at = (at + 1) & (runs.length - 1);
    }
    return runs[at] == hash;
  }

  private int place(long hash) {
    return (int) ((hash * BASE) >>> shift);
  }

  /** The number of letters and digits in the text. */
  int length() {
    return folded.length();
  }

  /**
   * The share of a text's samples that this text has, from 0 to 1.
   *
   * @param text letters and digits in lower case, as {@link PageTitle#folded} makes them; one that
   *     is too short for a run is looked for as a whole
   */
  double share(String text) {
    if (text.length() < RUN) {
      return folded.contains(text) ? 1 : 0;
    }
    int step = Math.max(1, text.length() / MOST_COMPARED);
    int samples = 0;
    int found = 0;
    for (int i = 0; i <= text.length() - RUN; i += step) {
      samples++;
      found += has(hash(text, i)) ? 1 : 0;
    }
    return (double) found / samples;
  }

  private static long hash(String text, int from) {
    long hash = 0;
    for (int i = from; i < from + RUN; i++) {
      hash = hash * BASE + text.charAt(i);
    }
    return hash;
  }
}
