package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.names.FoundNames;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Counts a small number of hits by the values of a keyword facet straight from the index, while
 * another thread still reads the facets of the archive. Stateless.
 */
final class DirectCounts {

  private DirectCounts() {}

  /**
   * The values that most hits have, most frequent first, ties by their bytes; empty when there are
   * none.
   *
   * @param most the most values to list
   * @param names those that were found in the articles
   */
  static List<FacetCount> top(FacetField facet, HitSet hits, int most, FoundNames names)
      throws IOException {
    Map<BytesRef, Integer> counts = new TreeMap<>();
    for (SegmentHits segment : hits.segments()) {
      count(names.values(segment.leaf().reader(), facet), segment)
          .forEach((value, count) -> counts.merge(value, count, Integer::sum));
    }
    List<FacetCount> top =
        counts.entrySet().stream()
            .map(each -> new FacetCount(each.getKey().utf8ToString(), each.getValue()))
            .sorted(Comparator.comparingLong(FacetCount::count).reversed())
            .limit(most)
            .toList();
    return names.withFound(facet, top, hits);
  }

  private static Map<BytesRef, Integer> count(SortedSetDocValues values, SegmentHits hits)
      throws IOException {
    Map<Long, Integer> counts = new TreeMap<>(); // to look values up in their order
    SegmentHits.Cursor cursor = hits.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      for (int i = values.advanceExact(hit) ? values.docValueCount() : 0; i > 0; i--) {
        counts.merge(values.nextOrd(), 1, Integer::sum);
      }
    }
    Map<BytesRef, Integer> named = new HashMap<>();
    for (Map.Entry<Long, Integer> each : counts.entrySet()) {
      named.put(BytesRef.deepCopyOf(values.lookupOrd(each.getKey())), each.getValue());
    }
    return named;
  }
}
