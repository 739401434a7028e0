package broadsheet.lucene.compile;

import broadsheet.lucene.schema.ForwardText;

/** Finds a few words in articles' {@link ForwardText}s. Not shared between threads. */
public final class TermIdTable {

  /** Stands for a word that is none of them. */
  public static final int NONE = -1;

  private final int size;
  private final long[] keys;
  private final int[] numbers;
  private int[] roles = new int[256];

  /**
   * @param words the key of each, by its number from 0; the first counts of equal ones
   */
  public TermIdTable(long[] words) {
    size = words.length;
    keys = new long[Integer.highestOneBit(4 * size + 4)];
    numbers = new int[keys.length];
    for (int number = 0; number < words.length; number++) {
      int slot = slot(words[number]);
      if (numbers[slot] == 0) {
        keys[slot] = words[number];
        numbers[slot] = number + 1;
      }
    }
  }

  /** How many words it was given. */
  public int size() {
    return size;
  }

  /** Where a key is, or has its place. */
  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (numbers[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /**
   * Which of these words each of a text's different words is.
   *
   * @return the number or {@link #NONE}, by the word's number in the text; valid until the next
   *     call
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
