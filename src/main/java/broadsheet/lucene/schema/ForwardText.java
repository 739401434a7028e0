package broadsheet.lucene.schema;

import broadsheet.query.QueryField;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
 * the distinct words, and for each word of the text its number among the distinct ones, in one byte
 * where those are few and otherwise in two.
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

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final String language;
  private final int weight;
  private final int[] ends = new int[PARTS.size()];
  private final int[] starts;
  private final int[] lengths;
  private final long[] keys;
  private final int words;

  /**
   * Reads the packed form.
   *
   * @param packed may change afterwards
   * @throws RuntimeException of some kind when it is damaged
   */
  public ForwardText(BytesRef packed) {
    bytes = BytesRef.deepCopyOf(packed).bytes;
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    int length = in.readVInt();
    language = new String(bytes, in.getPosition(), length, StandardCharsets.UTF_8);
    in.skipBytes(length);
    weight = in.readVInt();
    int end = 0;
    for (int part = 0; part < ends.length; part++) {
      end += in.readVInt();
      ends[part] = end;
    }
    int different = in.readVInt();
    starts = new int[different];
    lengths = new int[different];
    keys = new long[different];
    for (int word = 0; word < different; word++) {
      lengths[word] = in.readVInt();
      starts[word] = in.getPosition();
      keys[word] = key(bytes, starts[word], lengths[word]);
      in.skipBytes(lengths[word]);
    }
    int width = different <= FEW ? Byte.BYTES : Short.BYTES;
    words = Objects.checkFromIndexSize(in.getPosition(), length() * width, bytes.length);
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

  /** The key of a distinct word; see {@link #key(BytesRef)}. */
  public long key(int word) {
    return keys[word];
  }

  /** The text of a distinct word. */
  public String text(int word) {
    return new String(bytes, starts[word], lengths[word], StandardCharsets.UTF_8);
  }

  /** Whether a place is a paragraph border rather than a word. */
  public boolean isBorder(int place) {
    return lengths[word(place)] == 0;
  }

  /** The number of the distinct word at a place, from 0. */
  public int word(int place) {
    return keys.length <= FEW
        ? Byte.toUnsignedInt(bytes[words + place])
        : Short.toUnsignedInt((short) SHORTS.get(bytes, words + Short.BYTES * place));
  }

  /** The weight in {@link IndexSchema#ALL_WORDS} of the word at a place. */
  public int weight(int place) {
    int part = 0;
    while (place >= ends[part]) {
      part++;
    }
    return WEIGHTS[part];
  }

  /** A 64-bit hash that identifies a stem; collisions are not expected. */
  public static long key(BytesRef stem) {
    return key(stem.bytes, stem.offset, stem.length);
  }

  /** Hashes eight bytes at a time with the finalizer of MurmurHash3. */
  private static long key(byte[] bytes, int start, int length) {
    long hash = length;
    int end = start + length;
    for (int i = start; i < end; i += Long.BYTES) {
      hash = mixed(hash ^ eight(bytes, i, end));
    }
    return hash;
  }

  /** The next eight bytes, or as many as are left. */
  private static long eight(byte[] bytes, int start, int end) {
    if (start + Long.BYTES <= bytes.length) {
      long all = (long) LONGS.get(bytes, start);
      int beyond = start + Long.BYTES - end;
      return beyond <= 0 ? all : all & (-1L >>> (Byte.SIZE * beyond));
    }
    long some = 0;
    for (int i = end - 1; i >= start; i--) {
      some = some << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
    }
    return some;
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
