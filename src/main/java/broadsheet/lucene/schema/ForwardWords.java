package broadsheet.lucene.schema;

import broadsheet.query.QueryField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** Collects the telling words of an article for {@link ForwardText}. Not shared between threads. */
final class ForwardWords {

  private static final int LONGEST = 255;

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
    if (part >= 0 && size < ForwardText.MOST_WORDS && pool.length(word) <= LONGEST / 4) {
      words = ArrayUtil.grow(words, size + 1);
      words[size++] = word;
      counts[part]++;
    }
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
    int[] placeOf = new int[pool.size()];
    int[] places = new int[size];
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (placeOf[words[i]] == 0) {
        placeOf[words[i]] = ++different;
      }
      places[i] = placeOf[words[i]] - 1;
    }
    packer.number(different);
    for (int i = 0, told = 0; told < different; i++) {
      if (places[i] == told) {
        packer.text(pool.text(words[i]));
        told++;
      }
    }
    for (int place : places) {
      packer.place(place, different);
    }
    return packer.packed();
  }

  /** Writes what {@link ForwardText} reads. */
  private final class Packer {
    private byte[] bytes = new byte[16 + 8 * size];
    private int length;

    void number(int number) {
      add(number >> 8);
      add(number);
    }

    void place(int place, int different) {
      if (different > ForwardText.FEW) {
        add(place >> 8);
      }
      add(place);
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
