package broadsheet.lucene.schema;

import broadsheet.query.QueryField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** Collects the telling words of an article for {@link ForwardText}. Not shared between threads. */
final class ForwardWords {

  /** So many characters of UTF-8 have a length that fits into one byte. */
  private static final int LONGEST = 63;

  /** The largest number of two bytes. */
  private static final int MOST = (1 << 16) - 1;

  private final String language;
  private final WordPool pool;
  private final int[] counts = new int[ForwardText.PARTS.size()];
  private int[] words = new int[256];
  private int size;

  /**
   * @param pool in which the words have their numbers
   */
  ForwardWords(String language, WordPool pool) {
    this.language = language;
    this.pool = pool;
  }

  /** Adds the next word; the fields come in the order of {@link ForwardText#PARTS}. */
  void add(QueryField field, int word) {
    int part = ForwardText.PARTS.indexOf(field);
    if (part >= 0 && size < ForwardText.MOST_WORDS && length(word) <= LONGEST) {
      words = ArrayUtil.grow(words, size + 1);
      words[size++] = word;
      counts[part]++;
    }
  }

  /** Adds the border between two paragraphs. */
  void addBorder(QueryField field) {
    add(field, ForwardText.BORDER);
  }

  void clear() {
    size = 0;
    Arrays.fill(counts, 0);
  }

  /**
   * As {@link ForwardText} reads it.
   *
   * @param weight of all words of the article
   */
  BytesRef packed(int weight) {
    Packer packer = new Packer();
    packer.text(language);
    packer.number(Math.min(weight, MOST));
    for (int count : counts) {
      packer.number(count);
    }
    int[] numberOf = new int[pool.size() + 1];
    int[] numbers = new int[size];
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (numberOf[words[i] + 1] == 0) {
        numberOf[words[i] + 1] = ++different;
      }
      numbers[i] = numberOf[words[i] + 1] - 1;
    }
    packer.number(different);
    for (int i = 0, told = 0; told < different; i++) {
      if (numbers[i] == told) {
        packer.text(text(words[i]));
        told++;
      }
    }
    for (int number : numbers) {
      packer.word(number, different);
    }
    return packer.packed();
  }

  private int length(int word) {
    return word == ForwardText.BORDER ? 0 : pool.length(word);
  }

  private String text(int word) {
    return word == ForwardText.BORDER ? "" : pool.text(word);
  }

  /** Writes what {@link ForwardText} reads. */
  private final class Packer {
    private byte[] bytes = new byte[16 + 8 * size];
    private int length;

    void number(int number) {
      add(number >> 8);
      add(number);
    }

    void word(int number, int different) {
      if (different > ForwardText.FEW) {
        add(number >> 8);
      }
      add(number);
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      add(utf8.length);
      bytes = ArrayUtil.grow(bytes, length + utf8.length);
      System.arraycopy(utf8, 0, bytes, length, utf8.length);
      length += utf8.length;
    }

    private void add(int number) {
      bytes = ArrayUtil.grow(bytes, length + 1);
      bytes[length++] = (byte) number;
    }

    BytesRef packed() {
      return new BytesRef(bytes, 0, length);
    }
  }
}
