package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.facets.FacetOrdinals;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.LongValues;

/** Counts the articles with each value of a keyword facet. Stateless. */
final class FacetCounter {
  private FacetCounter() {}

  /**
   * The most frequent values over all articles, most frequent first, ties by their bytes; empty
   * when there are none.
   *
   * @param most the most values to return
   */
  static List<FacetCount> countAll(ReaderSnapshot snapshot, FacetField facet, int most)
      throws IOException {
    FacetOrdinals ordinals = FacetOrdinals.of(facet, snapshot.names(), snapshot.getLeafContexts());
    int[] counts = new int[ordinals.size()];
    for (LeafReaderContext segment : snapshot.getLeafContexts()) {
      LongValues numbers = ordinals.ofSegment(segment.ord);
      LiveCounts.addCounts(segment.reader(), IndexSchema.valuesOf(facet), numbers, counts);
    }
    return IntStream.range(0, counts.length)
        .filter(value -> counts[value] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer value) -> counts[value]).reversed())
        .limit(most)
        .map(value -> new FacetCount(ordinals.value(value), counts[value]))
        .toList();
  }
}
