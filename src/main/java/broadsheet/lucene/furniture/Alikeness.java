package broadsheet.lucene.furniture;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decides whether two articles are alike in what they do not share word for word: two reports of
 * one event, or two notices of one form. A reprint is like its original, since it has hardly
 * anything of its own. Two stories with the same list of links are not alike. Immutable.
 *
 * <p>The limits were chosen on pairs of articles of one source: see {@code
 * docs/measured/furniture.md}.
 */
public final class Alikeness {

  /** Shorter words say too little. */
  private static final int LEAST_LETTERS = 5;

  /** An article with fewer different words of its own has nothing of its own. */
  private static final int FEWEST_WORDS = 15;

  /** The share of the long words of the one with fewer that the other has too. */
  private static final double SHARED_BY_ALIKE = 0.3;

  /** Two texts have one block in common if it is at least this long, in words. */
  private static final int SHORTEST_BLOCK = 100;

  /** And if each has this much else. */
  private static final int LEAST_ELSE = 150;

  /** And if hardly any row of four words is in both of these. */
  private static final double SHARED_ROWS = 0.025;

  private static final int ROW = 4;

  private final Own one;
  private final Own other;

  private Alikeness(WordRuns one, WordRuns other) {
    this.one = new Own(one, other);
    this.other = new Own(other, one);
  }

  /** Whether two articles of one source are alike. */
  public static boolean areAlike(WordRuns one, WordRuns other) {
    Alikeness both = new Alikeness(one, other);
    long[] words = both.one.longWords();
    long[] others = both.other.longWords();
    return Math.min(words.length, others.length) < FEWEST_WORDS
        || (share(words, others) >= SHARED_BY_ALIKE && !both.haveOnlyABlock());
  }

  /**
   * Whether all that two articles have in common is a long block, such as a gallery, beside long
   * texts that are quite different.
   */
  public static boolean haveOnlyABlock(WordRuns one, WordRuns other) {
    return new Alikeness(one, other).haveOnlyABlock();
  }

  private boolean haveOnlyABlock() {
    return one.isBlockAndMore()
        && other.isBlockAndMore()
        && share(one.rows(), other.rows()) < SHARED_ROWS;
  }

  /** The share of the smaller of two ascending lists that is in the other. */
  private static double share(long[] one, long[] other) {
    return LongList.shared(one, other) / (double) Math.max(1, Math.min(one.length, other.length));
  }

  /** The rest of a text, without the runs of words that another text has too. */
  private static final class Own {
    private final WordRuns text;
    private final BitSet shared = new BitSet();

    Own(WordRuns text, WordRuns other) {
      this.text = text;
      long[] others = other.sorted();
      long[] runs = text.hashes();
      for (int i = 0; i < runs.length; i++) {
        if (Arrays.binarySearch(others, runs[i]) >= 0) {
          shared.set(i, i + WordRuns.WIDTH);
        }
      }
    }

    /** The different long words, in the order of their hashes. */
    long[] longWords() {
      LongList words = new LongList();
      for (int word = next(0); word < text.size(); word = next(word + 1)) {
        addLong(word, words);
      }
      return words.distinct();
    }

    private int next(int word) {
      return shared.nextClearBit(word);
    }

    /** Adds a long word, or an ideograph with the one before it. */
    private void addLong(int word, LongList words) {
      int start = text.start(word);
      if (text.end(word) - start >= LEAST_LETTERS) {
        words.add(text.word(word));
      } else if (start > 0
          && word > 0
          && WordHashes.isWhole(text.body().charAt(start))
          && WordHashes.isWhole(text.body().charAt(start - 1))) {
        words.add(31 * text.word(word - 1) + text.word(word));
      }
    }

    /** Whether what it shares is one stretch, and long, and it has much else. */
    boolean isBlockAndMore() {
      int first = shared.nextSetBit(0);
      int length = shared.cardinality();
      return length >= SHORTEST_BLOCK
          && text.size() - length >= LEAST_ELSE
          && shared.nextClearBit(first) - first == length;
    }

    /** The different rows of four words, in the order of their hashes. */
    long[] rows() {
      LongList rows = new LongList();
      for (int first = next(0); first + ROW <= text.size(); first = next(first + 1)) {
        long row = 0;
        for (int word = first; word < first + ROW; word++) {
          row = 31 * row + text.word(word);
        }
        rows.add(row);
      }
      return rows.distinct();
    }
  }
}
