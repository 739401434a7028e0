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
 * The words of an article in their order, by their stems: what the second step of ranking reads of
 * it. A forward index, as an inverted one tells for each word its articles. Words that only hold a
 * sentence together are in the headline alone, and of a very long text the beginning is there.
 * Between two paragraphs stands an empty word. Immutable.
 *
 * <p>In the index it is the language, how much all words count, how many words each part has, the
 * different words, and for each word of the text its number among those, in one byte where there
 * are few different words and in two where there are more.
 */
public final class ForwardText {

  /** The fields it holds, in their order. */
  static final List<QueryField> PARTS =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY);

  private static final int[] WEIGHTS =
      PARTS.stream().mapToInt(IndexSchema::weightInAllWords).toArray();

  /** So many words are kept. */
  static final int MOST_WORDS = 2_000;

  /** So many different words fit into numbers of one byte. */
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
   * Reads an article's words.
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

  /** By whose rules its words are stemmed. */
  public String language() {
    return language;
  }

  /** How many different words there are. */
  public int different() {
    return keys.length;
  }

  /** How many words there are in all. */
  public int length() {
    return ends[ends.length - 1];
  }

  /** How much all words of the article count together in {@link IndexSchema#ALL_WORDS}. */
  public int weight() {
    return weight;
  }

  /** Behind which word the headline ends. */
  public int titleEnd() {
    return ends[0];
  }

  /** Behind which word the standfirst ends. */
  public int standfirstEnd() {
    return ends[1];
  }

  /** What stands for the text of one of the different words; see {@link #key(BytesRef)}. */
  public long key(int word) {
    return keys[word];
  }

  /** The text of one of the different words. */
  public String text(int word) {
    return new String(bytes, starts[word], lengths[word], StandardCharsets.UTF_8);
  }

  /** Whether a paragraph ends at a place, and no word stands there. */
  public boolean isBorder(int place) {
    return lengths[word(place)] == 0;
  }

  /** Which of the different words stands at a place, from 0. */
  public int word(int place) {
    return keys.length <= FEW
        ? Byte.toUnsignedInt(bytes[words + place])
        : Short.toUnsignedInt((short) SHORTS.get(bytes, words + Short.BYTES * place));
  }

  /** How much the word at a place counts in {@link IndexSchema#ALL_WORDS}. */
  public int weight(int place) {
    int part = 0;
    while (place >= ends[part]) {
      part++;
    }
    return WEIGHTS[part];
  }

  /** A hash of a stem by which it is known among others; two with the same one are not expected. */
  public static long key(BytesRef stem) {
    return key(stem.bytes, stem.offset, stem.length);
  }

  /** Takes in eight bytes at a time, each time as the last step of MurmurHash3 mixes. */
  private static long key(byte[] bytes, int start, int length) {
    long hash = length;
    int end = start + length;
    for (int i = start; i < end; i += Long.BYTES) {
      hash = mixed(hash ^ eight(bytes, i, end));
    }
    return hash;
  }

  /** The next eight bytes, or as many as there are. */
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
