package broadsheet.lucene.schema;

import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Collects the words of an article for {@link ForwardText}. Not thread-safe. */
final class ForwardWords {

  /** The number that represents a paragraph border. */
  private static final int BORDER = -1;

  private static final BytesRef NO_TEXT = new BytesRef();

  private final String language;
  private final BytesRefHash forms;
  private final int[] counts = new int[ForwardText.PARTS.size()];
  private int[] words = new int[256];
  private int size;

  /**
   * @param forms assigns numbers to words
   */
  ForwardWords(String language, BytesRefHash forms) {
    this.language = language;
    this.forms = forms;
  }

  /** Adds the next word; the fields come in the order of {@link ForwardText#PARTS}. */
  void add(QueryField field, int word) {
    int part = ForwardText.PARTS.indexOf(field);
    if (part >= 0 && size < ForwardText.MOST_WORDS) {
      words = ArrayUtil.grow(words, size + 1);
      words[size++] = word;
      counts[part]++;
    }
  }

  /** Adds a paragraph border. */
  void addBorder(QueryField field) {
    add(field, BORDER);
  }

  void clear() {
    size = 0;
    Arrays.fill(counts, 0);
  }

  /**
   * The packed form that {@link ForwardText} reads.
   *
   * @param weight the weight of all words of the article
   */
  BytesRef packed(int weight) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeString(language);
      out.writeVInt(weight);
      for (int count : counts) {
        out.writeVInt(count);
      }
      pack(out);
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the distinct words, then the words of the text by their numbers. */
  private void pack(ByteBuffersDataOutput out) throws IOException {
    int[] numberOf = new int[forms.size() + 1];
    int[] different = new int[size];
    byte[] firsts = new byte[(size + Byte.SIZE - 1) / Byte.SIZE];
    int[] others = new int[size];
    int last = 0;
    for (int i = 0; i < size; i++) {
      int word = words[i];
      if (numberOf[word + 1] == 0) {
        different[last++] = word;
        numberOf[word + 1] = last;
        firsts[i / Byte.SIZE] |= (byte) (1 << (i % Byte.SIZE));
      } else {
        others[i - last] = numberOf[word + 1] - 1;
      }
    }
    packKeys(Arrays.copyOf(different, last), out);
    out.writeBytes(firsts);
    for (int number : Arrays.copyOf(others, size - last)) {
      if (last <= ForwardText.FEW) {
        out.writeByte((byte) number);
      } else {
        out.writeShort((short) number);
      }
    }
  }

  private void packKeys(int[] different, ByteBuffersDataOutput out) throws IOException {
    byte[] lengths = new byte[(different.length + 1) / 2];
    ByteBuffersDataOutput keys = new ByteBuffersDataOutput();
    BytesRef text = new BytesRef();
    for (int i = 0; i < different.length; i++) {
      BytesRef of = different[i] == BORDER ? NO_TEXT : forms.get(different[i], text);
      lengths[i / 2] |= (byte) (packKey(of, keys) << (i % 2 * 4));
    }
    out.writeVInt(different.length);
    out.writeBytes(lengths);
    keys.copyTo(out);
  }

  /** Returns the number that {@link ForwardText} reads as the length of the key. */
  private static int packKey(BytesRef text, ByteBuffersDataOutput out) throws IOException {
    long key = StemKey.of(text);
    if (!StemKey.isReadable(key)) {
      out.writeVInt(text.length);
      out.writeBytes(text.bytes, text.offset, text.length);
      return ForwardText.SPELT_OUT;
    }
    int length = (Long.SIZE - Long.numberOfLeadingZeros(key) + Byte.SIZE - 1) / Byte.SIZE;
    for (int i = 0; i < length; i++) {
      out.writeByte((byte) (key >> (Byte.SIZE * i)));
    }
    return length;
  }
}
