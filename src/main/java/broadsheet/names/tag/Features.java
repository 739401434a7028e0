package broadsheet.names.tag;

import broadsheet.names.word.Trait;
import java.util.Arrays;

/**
 * The hashed features of words for the {@link Perceptron}, as rows of its weights: features of a
 * word alone in each of five places around the word to be tagged, and of neighbours together.
 */
final class Features {

  /** The places: two before, one before, the word itself, one after, two after. */
  static final int PLACES = 5;

  private static final int ITSELF = 2;
  private static final int MOST_OF_WORD = 64;
  private static final int SHORTEST_CUT = 4;

  private final int mask;

  /**
   * @param rows a power of two
   */
  Features(int rows) {
    mask = rows - 1;
  }

  /** The rows of a word alone in one of the places. */
  int[] ofWord(NameWord word, int place) {
    int[] rows = new int[MOST_OF_WORD];
    int n = 0;
    rows[n++] = row(place, 1, hash(word.lower()));
    rows[n++] = row(place, 2, word.shape().code());
    for (int traits = word.traits(); traits != 0; traits &= traits - 1) {
      rows[n++] = row(place, 3, Integer.numberOfTrailingZeros(traits));
    }
    rows[n++] = row(place, 4, word.traits() * 8 + word.shape().code());
    if (place == ITSELF) {
      rows[n++] = row(place, 5, hash(word.text()));
      String lower = word.lower();
      if (lower.length() >= SHORTEST_CUT && word.isCapital()) {
        rows[n++] = row(place, 6, hash(lower.substring(lower.length() - 3)));
        rows[n++] = row(place, 7, hash(lower.substring(lower.length() - 2)));
        rows[n++] = row(place, 8, hash(lower.substring(0, 3)));
        rows[n++] = row(place, 9, Math.min(lower.length(), 10));
      }
    }
    return Arrays.copyOf(rows, n);
  }

  /**
   * The rows of a word with its neighbours.
   *
   * @param longer the traits of a longer name in the gazetteer that it is part of
   */
  int[] ofNeighbours(NameWord before, NameWord word, NameWord after, boolean first, int longer) {
    int shape = word.shape().code();
    int start = first ? 8 : 0;
    return new int[] {
      row(9, 1, hash(before.lower()) * 31 + shape),
      row(9, 2, hash(after.lower()) * 31 + shape),
      row(9, 3, (before.shape().code() * 8 + shape) * 8 + after.shape().code()),
      row(9, 4, before.traits() * 31 + word.traits()),
      row(9, 5, word.traits() * 31 + after.traits()),
      row(9, 6, start + shape + (word.is(Trait.SMALL) ? 16 : 0)),
      row(9, 7, longer),
      row(9, 8, (before.traits() * 31 + shape) * 31 + after.traits()),
      row(9, 9, hash(before.lower()) * 31 + hash(after.lower()))
    };
  }

  private int row(int place, int template, int value) {
    int h = value * 0x9E3779B1 + place * 0x85EBCA6B + template * 0xC2B2AE35;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    h ^= h >>> 15;
    return h & mask;
  }

  private static int hash(String text) {
    return text.hashCode();
  }
}
