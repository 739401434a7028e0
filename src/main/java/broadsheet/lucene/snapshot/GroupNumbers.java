package broadsheet.lucene.snapshot;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The families of reprints of a snapshot, numbered from 0, in memory, so that grouping a hit is an
 * addition. Four bytes a document of segments that have reprints. Immutable.
 */
public final class GroupNumbers {

  /** The number where an article has no reprints. */
  public static final int NONE = -1;

  private final List<LeafReaderContext> segments;
  private final List<int[]> bySegment = new ArrayList<>();
  private final List<FixedBitSet> members = new ArrayList<>();
  private final int size;

  GroupNumbers(List<LeafReaderContext> segments) throws IOException {
    this.segments = segments;
    Map<Long, Integer> numbers = new HashMap<>();
    for (LeafReaderContext segment : segments) {
      bySegment.add(numbers(segment, numbers));
    }
    size = numbers.size();
  }

  private int[] numbers(LeafReaderContext segment, Map<Long, Integer> numbers) throws IOException {
    NumericDocValues families = segment.reader().getNumericDocValues(IndexSchema.FAMILY);
    FixedBitSet those = new FixedBitSet(families == null ? 0 : segment.reader().maxDoc());
    members.add(those);
    if (families == null) {
      return new int[0];
    }
    int[] here = new int[segment.reader().maxDoc()];
    Arrays.fill(here, NONE);
    while (families.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(families.longValue(), next);
      here[families.docID()] = known == null ? next : known;
      those.set(families.docID());
    }
    return here;
  }

  /** The number of families. */
  public int size() {
    return size;
  }

  /** The number of each document's family, or {@link #NONE}; empty if no document has one. */
  public int[] ofSegment(LeafReaderContext segment) {
    return bySegment.get(segment.ord);
  }

  /** The documents of a segment that have a family; empty if {@link #ofSegment} is. */
  public FixedBitSet members(LeafReaderContext segment) {
    return members.get(segment.ord);
  }

  /** The number of a document's family, or {@link #NONE}. */
  public int of(int document) {
    int segment = ReaderUtil.subIndex(document, segments);
    int[] numbers = bySegment.get(segment);
    return numbers.length == 0 ? NONE : numbers[document - segments.get(segment).docBase];
  }
}
