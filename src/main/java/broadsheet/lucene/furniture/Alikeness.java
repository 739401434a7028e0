package broadsheet.lucene.furniture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two articles are alike in what they do not share word for word: two reports of one event,
 * or two notices of one form. A reprint is like its original, since it has hardly anything of its
 * own. Two stories with the same list of links are not alike. Stateless.
 */
public final class Alikeness {

  /**
   * Shorter words say too little. Measured on random pairs of a source: see {@code
   * docs/measured/furniture.md}.
   */
  private static final int LEAST_LETTERS = 5;

  /** An article with fewer different words of its own has nothing of its own. */
  private static final int FEWEST_WORDS = 15;

  /**
   * Share of the words of the one with fewer that the other has as well, from which on they are.
   */
  private static final double MOST_SHARED = 0.3;

  private Alikeness() {}

  /** Whether two articles of one source are alike. */
  public static boolean areAlike(WordRuns one, WordRuns other) {
    Set<Long> ofOne = own(one, other);
    Set<Long> ofOther = own(other, one);
    int fewer = Math.min(ofOne.size(), ofOther.size());
    ofOne.retainAll(ofOther);
    return fewer < FEWEST_WORDS || ofOne.size() >= MOST_SHARED * fewer;
  }

  /** The long words of a text outside of the runs that another has too. */
  private static Set<Long> own(WordRuns text, WordRuns other) {
    long[] others = other.hashes();
    Arrays.sort(others);
    BitSet shared = new BitSet();
    long[] runs = text.hashes();
    for (int i = 0; i < runs.length; i++) {
      if (Arrays.binarySearch(others, runs[i]) >= 0) {
        shared.set(i, i + WordRuns.WIDTH);
      }
    }
    Set<Long> own = new HashSet<>();
    for (int word = shared.nextClearBit(0);
        word < text.size();
        word = shared.nextClearBit(word + 1)) {
      add(text, word, own);
    }
    return own;
  }

  /** Adds a long word, or an ideograph with the one before it. */
  private static void add(WordRuns text, int word, Set<Long> own) {
    int start = text.start(word);
    if (text.end(word) - start >= LEAST_LETTERS) {
      own.add(text.word(word));
    } else if (start > 0
        && word > 0
        && WordHashes.isWhole(text.body().charAt(start))
        && WordHashes.isWhole(text.body().charAt(start - 1))) {
      own.add(31 * text.word(word - 1) + text.word(word));
    }
  }
}
