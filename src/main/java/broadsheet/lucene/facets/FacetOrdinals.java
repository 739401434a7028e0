package broadsheet.lucene.facets;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.reader.ReadOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The global ordinals of one keyword facet in a snapshot: its values, numbered from 0 in the order
 * of their bytes. Thread-safe.
 */
public final class FacetOrdinals {

  /** The most values to keep as text. */
  private static final int MOST_READ = 10_000;

  private final FacetField facet;
  private final FoundNames names;
  private final List<LeafReaderContext> segments;
  private final OrdinalMap map;
  private final BoundedCache<Integer, String> read =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_READ);

  private final ReadOnce<long[]> hashes = new ReadOnce<>(this::hashed);

  private FacetOrdinals(
      FacetField facet, FoundNames names, List<LeafReaderContext> segments, OrdinalMap map) {
    this.facet = facet;
    this.names = names;
    this.segments = segments;
    this.map = map;
  }

  public static FacetOrdinals of(
      FacetField facet, FoundNames names, List<LeafReaderContext> segments) throws IOException {
    List<SortedSetDocValues> values = new ArrayList<>();
    for (LeafReaderContext segment : segments) {
      values.add(names.values(segment.reader(), facet));
    }
    OrdinalMap map =
        OrdinalMap.build(null, values.toArray(SortedSetDocValues[]::new), PackedInts.DEFAULT);
    return new FacetOrdinals(facet, names, segments, map);
  }

  /** The number of values. */
  public int size() {
    return Math.toIntExact(map.getValueCount());
  }

  /** The numbers, in the snapshot, of a segment's values. */
  public LongValues ofSegment(int segment) {
    return map.getGlobalOrds(segment);
  }

  /** The value with a number. */
  public String value(int ordinal) {
    return read.of(ordinal, this::looked);
  }

  private String looked(int ordinal) {
    try {
      return values(map.getFirstSegmentNumber(ordinal))
          .lookupOrd(map.getFirstSegmentOrd(ordinal))
          .utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of a value; -1 where no document has it. */
  public int of(String value) throws IOException {
    BytesRef term = new BytesRef(value);
    for (int segment = 0; segment < segments.size(); segment++) {
      long ordinal = values(segment).lookupTerm(term);
      if (ordinal >= 0) {
        return (int) map.getGlobalOrds(segment).get(ordinal);
      }
    }
    return -1;
  }

  /** A hash of each value by its number, never 0, the same in every index; read once. */
  public long[] hashes() throws IOException {
    return hashes.get();
  }

  private long[] hashed() throws IOException {
    long[] hashed = new long[size()];
    for (int segment = 0; segment < segments.size(); segment++) {
      LongValues numbers = map.getGlobalOrds(segment);
      TermsEnum terms = values(segment).termsEnum();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        long hash = StringHelper.murmurhash3_x64_128(term)[0];
        hashed[(int) numbers.get(terms.ord())] = hash == 0 ? 1 : hash;
      }
    }
    return hashed;
  }

  private SortedSetDocValues values(int segment) throws IOException {
    return names.values(segments.get(segment).reader(), facet);
  }
}
