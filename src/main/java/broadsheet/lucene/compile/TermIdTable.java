package broadsheet.lucene.compile;

import broadsheet.lucene.schema.ForwardText;
import java.util.List;

/**
 * A hash table of a fixed set of words, which finds them in articles' {@link ForwardText}s. Not
 * thread-safe.
 */
public final class TermIdTable {

  /** The id of any other word. */
  public static final int NONE = -1;

  /** The odd number nearest to 2^64 divided by the golden ratio: spreads neighbouring keys. */
  private static final long SPREADING = 0x9e3779b97f4a7c15L;

  private final int size;
  private final long[] keys;
  private final int[] numbers;
  private int[] roles = new int[256];

  private TermIdTable(int size, int different) {
    this.size = size;
    keys = new long[Integer.highestOneBit(4 * different + 4)];
    numbers = new int[keys.length];
  }

  /**
   * @param words the keys, whose indexes are the ids; of equal keys the first counts
   */
  public TermIdTable(long[] words) {
    this(words.length, words.length);
    for (int number = 0; number < words.length; number++) {
      add(words[number], number);
    }
  }

  /**
   * A table of words that have several keys each.
   *
   * @param words their keys, by id; of equal keys the first counts
   */
  static TermIdTable of(List<List<Long>> words) {
    TermIdTable table = new TermIdTable(words.size(), words.stream().mapToInt(List::size).sum());
    for (int number = 0; number < words.size(); number++) {
      for (long key : words.get(number)) {
        table.add(key, number);
      }
    }
    return table;
  }

  private void add(long key, int number) {
    int slot = slot(key);
    if (numbers[slot] == 0) {
      keys[slot] = key;
      numbers[slot] = number + 1;
    }
  }

  /** The number of words. */
  public int size() {
    return size;
  }

  /** The slot of a key, or the free slot for it. */
  private int slot(long key) {
    int slot = (int) ((key * SPREADING) >>> Integer.SIZE) & (keys.length - 1);
    while (numbers[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /**
   * Maps the distinct words of a text to ids.
   *
   * @return the id or {@link #NONE}, by the word's number in the text; valid until the next call
   */
  public int[] in(ForwardText text) {
    if (roles.length < text.different()) {
      roles = new int[text.different()];
    }
    for (int word = 0; word < text.different(); word++) {
      roles[word] = numbers[slot(text.key(word))] - 1;
    }
    return roles;
  }
}
