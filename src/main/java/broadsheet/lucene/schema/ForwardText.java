package broadsheet.lucene.schema;

import broadsheet.query.QueryField;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * The stems of an article in order: a forward index, from which the second stage of ranking reads
 * whole articles, while the inverted index lists the articles of each word. Stop words are kept in
 * the headline only, and a very long text is cut. An empty word separates paragraphs. Immutable.
 *
 * <p>The packed form holds the language, the weight of all words, the number of words of each part,
 * and the distinct words in the order in which they occur first: half a byte each for the length of
 * its {@link StemKey} in bytes or {@value #SPELT_OUT}, then the keys, or the text where a key is a
 * hash. A bit for each word of the text says whether it occurs for the first time. For each of the
 * others follows its number among the distinct ones, in one byte where those are few and otherwise
 * in two.
 */
public final class ForwardText {

  /** The fields it covers, in their order. */
  static final List<QueryField> PARTS =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY);

  private static final int[] WEIGHTS =
      PARTS.stream().mapToInt(IndexSchema::weightInAllWords).toArray();

  /** The most words that are kept. */
  static final int MOST_WORDS = 2_000;

  /** The most distinct words whose numbers fit in one byte. */
  static final int FEW = 256;

  /** Replaces the length of a key to show that the word's text follows. */
  static final int SPELT_OUT = 9;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /** Masks of the lowest n bytes, by n; a damaged length has none. */
  private static final long[] LOW_BYTES = {
    0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFFL, 0xFF_FFFF_FFFFL, 0xFFFF_FFFF_FFFFL, -1L >>> 8, -1L
  };

  private final byte[] bytes;
  private final String language;
  private final int weight;
  private final int[] ends = new int[PARTS.size()];
  private final long[] keys;
  private final int[] spelt;
  private final short[] words;

  /**
   * Reads the packed form.
   *
   * @param packed may change afterwards
   * @throws RuntimeException of some kind when it is damaged
   */
  public ForwardText(BytesRef packed) {
    int size = packed.length;
    bytes = Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + size + Long.BYTES);
    ByteArrayDataInput in = new ByteArrayDataInput(bytes, 0, size);
    int length = in.readVInt();
    language = new String(bytes, in.getPosition(), length, StandardCharsets.UTF_8);
    in.skipBytes(length);
    weight = in.readVInt();
    int end = 0;
    for (int part = 0; part < ends.length; part++) {
      end += in.readVInt();
      ends[part] = end;
    }
    keys = new long[Objects.checkIndex(in.readVInt(), MOST_WORDS + 1)];
    spelt = new int[keys.length];
    words = new short[Objects.checkIndex(end, MOST_WORDS + 1)];
    int left = readWords(readKeys(in.getPosition()));
    Objects.checkIndex(left, size + 1);
  }

  /** Reads the distinct words at a place, and returns the place after them. */
  private int readKeys(int lengths) {
    int at = lengths + (keys.length + 1) / 2;
    boolean isDamaged = false;
    for (int word = 0; word < keys.length; word++) {
      int length = bytes[lengths + word / 2] >> (word % 2 * 4) & 0xF;
      if (length == SPELT_OUT) {
        spelt[word] = at;
        ByteArrayDataInput in = new ByteArrayDataInput(bytes, at, bytes.length - at);
        int size = in.readVInt();
        keys[word] = StemKey.of(new BytesRef(bytes, in.getPosition(), size));
        at = in.getPosition() + size;
      } else {
        keys[word] = (long) LONGS.get(bytes, at) & LOW_BYTES[length];
        isDamaged |= !StemKey.isReadable(keys[word]);
        at += length;
      }
    }
    if (isDamaged) {
      throw new IllegalArgumentException("not the key of a stem");
    }
    return at;
  }

  /**
   * Reads the words of the text at a place, and returns the place after them. A processor cannot
   * predict which words occur for the first time, so there is no branch for it.
   */
  private int readWords(int firsts) {
    boolean areFew = keys.length <= FEW;
    int at = firsts + (words.length + Byte.SIZE - 1) / Byte.SIZE;
    int met = 0;
    int damage = 0;
    for (int place = 0; place < words.length; place++) {
      int first = bytes[firsts + place / Byte.SIZE] >> (place % Byte.SIZE) & 1;
      int again = areFew ? bytes[at] & 0xFF : (short) SHORTS.get(bytes, at) & 0xFFFF;
      int word = first * met + (1 - first) * again;
      at += (1 - first) * (areFew ? Byte.BYTES : Short.BYTES);
      met += first;
      damage |= met - 1 - word;
      words[place] = (short) word;
    }
    if (damage < 0 || met != keys.length) {
      throw new IllegalArgumentException("a word that did not occur before");
    }
    return at;
  }

  /** The language of the stems. */
  public String language() {
    return language;
  }

  /** The number of distinct words. */
  public int different() {
    return keys.length;
  }

  /** The number of words in all. */
  public int length() {
    return ends[ends.length - 1];
  }

  /** The total weight of the article's words in {@link IndexSchema#ALL_WORDS}. */
  public int weight() {
    return weight;
  }

  /** The place after the last word of the headline. */
  public int titleEnd() {
    return ends[0];
  }

  /** The place after the last word of the standfirst. */
  public int standfirstEnd() {
    return ends[1];
  }

  /** The {@link StemKey} of a distinct word. */
  public long key(int word) {
    return keys[word];
  }

  /** The text of a distinct word. */
  public String text(int word) {
    if (StemKey.isReadable(keys[word])) {
      return StemKey.stem(keys[word]);
    }
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    in.setPosition(spelt[word]);
    int length = in.readVInt();
    return new String(bytes, in.getPosition(), length, StandardCharsets.UTF_8);
  }

  /** Whether a place is a paragraph border rather than a word. */
  public boolean isBorder(int place) {
    return keys[words[place]] == StemKey.EMPTY;
  }

  /** The number of the distinct word at a place, from 0. */
  public int word(int place) {
    return words[place];
  }

  /** The weight in {@link IndexSchema#ALL_WORDS} of the word at a place. */
  public int weight(int place) {
    int part = 0;
    while (place >= ends[part]) {
      part++;
    }
    return WEIGHTS[part];
  }
}
