package broadsheet.lucene.schema;

import broadsheet.article.Furniture;
import broadsheet.article.Furniture.Stretch;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.lucene.furniture.RunZones.Zone;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Stores an article's furniture in its document, with the runs of words by which it is decided.
 * Stateless.
 */
public final class StoredFurniture {

  /** The stored stretches; absent if there are none. */
  public static final String STRETCHES = "furniture.stretches";

  /** The stored zones; absent if there are none. */
  static final String ZONES = "furniture.zones";

  private static final FieldType TERMS = NotedField.plain();

  private StoredFurniture() {}

  static void add(IndexedArticle indexed, Document document) {
    Furniture furniture = indexed.article().furniture();
    List<Stretch> stretches = furniture.stretches();
    if (!stretches.isEmpty()) {
      document.add(
          new StoredField(
              QueryField.FURNITURE.label(),
              furniture.cutFrom(NamedPart.BODY.of(indexed.article()))));
      document.add(
          new StoredField(
              STRETCHES,
              packed(stretches.stream().flatMapToInt(s -> ints(s.start(), s.end())).toArray())));
    }
    List<Zone> zones = indexed.zones().zones();
    if (!zones.isEmpty()) {
      document.add(
          new StoredField(
              ZONES, packed(zones.stream().flatMapToInt(z -> ints(z.first(), z.end())).toArray())));
    }
  }

  /** Adds the runs of its words as terms, for whoever decides what is furniture. */
  static void addRuns(IndexedArticle indexed, WordRuns runs, Document document) {
    add(IndexSchema.RUNS, runs.sample(), document);
    add(IndexSchema.COMPARED_RUNS, runs.in(indexed.zones()), document);
  }

  private static void add(String field, long[] runs, Document document) {
    if (runs.length > 0) {
      document.add(new NotedField(field, TERMS, () -> new Hashes(runs)));
    }
  }

  /** Hashes as terms. */
  private static final class Hashes extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final long[] hashes;
    private int next;

    Hashes(long[] hashes) {
      this.hashes = hashes;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == hashes.length) {
        return false;
      }
      term.setBytesRef(Sketch.term(hashes[next++]));
      return true;
    }
  }

  private static IntStream ints(int one, int other) {
    return IntStream.of(one, other);
  }

  private static byte[] packed(int[] ascending) {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeVInt(ascending.length);
      int last = 0;
      for (int value : ascending) {
        out.writeVInt(value - last);
        last = value;
      }
      return out.toArrayCopy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Restores the furniture; none if none was stored, or the field was not read. */
  public static Furniture of(Document document) {
    return new Furniture(ranges(document, STRETCHES, Stretch::new));
  }

  /** Restores the zones; none if none were stored, or the field was not read. */
  static RunZones zones(Document document) {
    return new RunZones(ranges(document, ZONES, Zone::new));
  }

  private static <T> List<T> ranges(
      Document document, String field, BiFunction<Integer, Integer, T> range) {
    BytesRef packed = document.getBinaryValue(field);
    if (packed == null) {
      return List.of();
    }
    ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
    List<T> ranges = new ArrayList<>();
    int end = 0;
    for (int left = in.readVInt(); left > 0; left -= 2) {
      int start = end + in.readVInt();
      end = start + in.readVInt();
      ranges.add(range.apply(start, end));
    }
    return ranges;
  }
}
