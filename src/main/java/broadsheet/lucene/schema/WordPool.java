package broadsheet.lucene.schema;

import java.util.Arrays;

/**
 * Numbers the different words of a text in the order they are met, from 0. Not shared between
 * threads.
 */
final class WordPool {

  private char[] characters = new char[2_048];
  private int[] starts = new int[257];
  private int[] slots = new int[1_024];
  private int size;

  /** How many different words were met. */
  int size() {
    return size;
  }

  /** The number of the word in these places, a new one where it was not met before. */
  int number(char[] buffer, int start, int length) {
    int end = start + length;
    int slot = hash(buffer, start, end) & (slots.length - 1);
    while (slots[slot] > 0) {
      int known = slots[slot] - 1;
      if (Arrays.equals(characters, starts[known], starts[known + 1], buffer, start, end)) {
        return known;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    add(buffer, start, length);
    return size - 1;
  }

  private void add(char[] buffer, int start, int length) {
    int from = starts[size];
    if (from + length > characters.length) {
      characters = Arrays.copyOf(characters, 2 * characters.length + length);
    }
    System.arraycopy(buffer, start, characters, from, length);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[++size] = from + length;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int word = 0; word < size; word++) {
      int slot = hash(characters, starts[word], starts[word + 1]) & (slots.length - 1);
      while (slots[slot] > 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = word + 1;
    }
  }

  private static int hash(char[] buffer, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + buffer[i];
    }
    return hash ^ (hash >>> 15);
  }

  /** The characters of all words, one after the other. */
  char[] characters() {
    return characters;
  }

  /** Where a word begins among the {@link #characters}. */
  int start(int word) {
    return starts[word];
  }

  /** How many characters a word has. */
  int length(int word) {
    return starts[word + 1] - starts[word];
  }

  String text(int word) {
    return new String(characters, start(word), length(word));
  }

  /** Forgets all words. */
  void clear() {
    size = 0;
    Arrays.fill(slots, 0);
  }
}
