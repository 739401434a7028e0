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
   * @param weight of all words of the article
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

  /**
   * Writes the distinct words in order of first occurrence, then the number of each word of the
   * text.
   */
  private void pack(ByteBuffersDataOutput out) throws IOException {
    int[] numberOf = new int[forms.size() + 1];
    int[] different = new int[size];
    int[] numbers = new int[size];
    int last = 0;
    for (int i = 0; i < size; i++) {
      int word = words[i];
      if (numberOf[word + 1] == 0) {
        different[last++] = word;
        numberOf[word + 1] = last;
      }
      numbers[i] = numberOf[word + 1] - 1;
    }
    out.writeVInt(last);
    BytesRef text = new BytesRef();
    for (int i = 0; i < last; i++) {
      BytesRef of = different[i] == BORDER ? new BytesRef() : forms.get(different[i], text);
      out.writeVInt(of.length);
      out.writeBytes(of.bytes, of.offset, of.length);
    }
    for (int number : numbers) {
      if (last <= ForwardText.FEW) {
        out.writeByte((byte) number);
      } else {
        out.writeShort((short) number);
      }
    }
  }
}
