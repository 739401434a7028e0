package broadsheet.lucene.schema;

import broadsheet.lucene.furniture.LongList;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * A small sample of an article's {@link Shingles}: the {@value #SIZE} with the smallest hashes. The
 * overlap of two samples estimates that of the articles, also where one is a cut version of the
 * other. Immutable.
 *
 * <p>Source: Broder, "On the resemblance and containment of documents", 1997; called a bottom-k
 * sketch since Cohen and Kaplan, "Summarizing data using bottom-k sketches", PODC 2007.
 */
public final class Sketch {

  /** The number of hashes kept. */
  static final int SIZE = 16;

  /**
   * Number of first bytes of a hash that are kept. Among ten million articles, about one hash in
   * 500 then also occurs in an unrelated text. That does no harm: candidates share two, and are
   * compared in full.
   */
  private static final int HASH_BYTES = 5;

  /** Shorter bodies never count as reprints: too many are the same by chance. */
  public static final int FEWEST_SHINGLES = 12;

  private final long[] hashes;

  private Sketch(long[] hashes) {
    this.hashes = hashes;
  }

  /** An empty sketch. */
  private static Sketch none() {
    return new Sketch(new long[0]);
  }

  /** Sorted; fewer than {@value #SIZE} for a short text, none for a very short one. */
  public long[] hashes() {
    return hashes.clone();
  }

  /** The sketch of a body. */
  public static Sketch of(List<String> paragraphs) {
    Smallest smallest = new Smallest();
    Shingles.each(paragraphs, hash -> smallest.offer(kept(hash)));
    return new Sketch(smallest.met < FEWEST_SHINGLES ? new long[0] : smallest.sorted());
  }

  /**
   * The sketch of a document; empty if it has none. Looks it up again at each call, so documents
   * may be requested in any order.
   */
  public static Sketch of(IndexReader reader, int document) throws IOException {
    BinaryDocValues values = MultiDocValues.getBinaryValues(reader, IndexSchema.PACKED_SKETCH);
    return values != null && values.advanceExact(document)
        ? ofPacked(values.binaryValue())
        : none();
  }

  /** The part of a hash that is kept, in the same order. */
  private static long kept(long hash) {
    return (hash + Long.MIN_VALUE) >>> (Long.SIZE - Byte.SIZE * HASH_BYTES);
  }

  /** Adds the terms by which reprints are found, and the sketch as a whole. */
  void addTo(Document document) {
    for (long hash : hashes) {
      document.add(new StringField(IndexSchema.SKETCH, term(hash), Field.Store.NO));
    }
    if (hashes.length > 0) {
      document.add(new BinaryDocValuesField(IndexSchema.PACKED_SKETCH, packed()));
    }
  }

  /** The sketch as one value of the index. */
  BytesRef packed() {
    byte[] bytes = new byte[hashes.length * HASH_BYTES];
    for (int i = 0; i < hashes.length; i++) {
      write(hashes[i], bytes, i * HASH_BYTES);
    }
    return new BytesRef(bytes);
  }

  /** Restores a sketch from {@link #packed}. */
  private static Sketch ofPacked(BytesRef packed) {
    long[] hashes = new long[packed.length / HASH_BYTES];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = read(packed, i * HASH_BYTES);
    }
    return new Sketch(hashes);
  }

  /** The term for a hash. */
  public static BytesRef term(long hash) {
    byte[] bytes = new byte[HASH_BYTES];
    write(hash, bytes, 0);
    return new BytesRef(bytes);
  }

  /** The reverse of {@link #term}. */
  public static long hash(BytesRef term) {
    return read(term, 0);
  }

  private static long read(BytesRef packed, int at) {
    long hash = 0;
    for (int i = 0; i < HASH_BYTES; i++) {
      hash = hash << Byte.SIZE | Byte.toUnsignedLong(packed.bytes[packed.offset + at + i]);
    }
    return hash;
  }

  private static void write(long hash, byte[] bytes, int at) {
    for (int i = 0; i < HASH_BYTES; i++) {
      bytes[at + i] = (byte) (hash >> (Byte.SIZE * (HASH_BYTES - 1 - i)));
    }
  }

  /**
   * Whether the texts may share most of the shorter one, judged by the samples: a hash of one
   * sample that is no greater than the greatest of the other would be in the other sample if it
   * were in that text.
   */
  public boolean maySharePassagesWith(Sketch other) {
    int shared = LongList.shared(hashes, other.hashes);
    return shared >= 2
        && 10 * shared >= 4 * Math.min(comparable(this, other), comparable(other, this));
  }

  private static int comparable(Sketch one, Sketch other) {
    if (other.hashes.length < SIZE) {
      return one.hashes.length;
    }
    long greatest = other.hashes[other.hashes.length - 1];
    return (int) Arrays.stream(one.hashes).filter(hash -> hash <= greatest).count();
  }

  /** Keeps the smallest of the numbers it is offered, each once. */
  private static final class Smallest {
    private final long[] kept = new long[SIZE];
    private int size;
    private int met;

    void offer(long hash) {
      met++;
      if (size == SIZE && hash >= kept[SIZE - 1]) {
        return;
      }
      int place = Arrays.binarySearch(kept, 0, size, hash);
      if (place >= 0) {
        return;
      }
      int at = -place - 1;
      int end = Math.min(size, SIZE - 1);
      System.arraycopy(kept, at, kept, at + 1, end - at);
      kept[at] = hash;
      size = end + 1;
    }

    long[] sorted() {
      return Arrays.copyOf(kept, size);
    }
  }
}
