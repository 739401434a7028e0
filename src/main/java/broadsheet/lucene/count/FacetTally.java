package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.snapshot.FacetColumn;
import broadsheet.lucene.snapshot.Facets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.LongHeap;

/**
 * Counts hits by the values of all keyword facets, in one pass. The cost grows with the number of
 * hits and of their values, not with the number of values in the archive. Not thread-safe.
 */
final class FacetTally implements AutoCloseable {

  private static final int FIRST_SIZE = 256;

  private final Facets facets;

  /** By the number of the value. */
  private final int[] counts;

  /** The numbers of the values that were counted, each once. */
  private int[] counted = new int[FIRST_SIZE];

  private int size;

  private FacetTally(Facets facets) {
    this.facets = facets;
    counts = facets.borrow();
  }

  static FacetTally of(FacetsCollector hits, Facets facets) throws IOException {
    FacetTally tally = new FacetTally(facets);
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      tally.add(segment);
    }
    return tally;
  }

  private void add(MatchingDocs segment) throws IOException {
    FacetColumn column = FacetColumn.of(segment.context().reader());
    int[] numbers = facets.ofSegment(segment.context());
    DocIdSetIterator hits = segment.bits().iterator();
    for (int hit = hits.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = hits.nextDoc()) {
      int end = column.end(hit);
      for (int place = column.start(hit); place < end; place++) {
        add(numbers[column.value(place)]);
      }
    }
  }

  private void add(int number) {
    if (counts[number]++ == 0) {
      counted = ArrayUtil.grow(counted, size + 1);
      counted[size++] = number;
    }
  }

  /**
   * The values that most hits have, most frequent first, ties by their bytes; empty when there are
   * none.
   *
   * @param wanted values that are also listed and come last, however few hits have them
   */
  List<FacetCount> top(FacetField facet, List<String> wanted) throws IOException {
    List<FacetCount> top = new ArrayList<>();
    LongHeap best = best(facets.first(facet), facets.end(facet));
    while (best.size() > 0) {
      int number = (int) ~best.pop();
      top.addFirst(new FacetCount(facets.value(facet, number), counts[number]));
    }
    for (String value : wanted) {
      String whole = FacetValues.indexed(value);
      int number = facets.number(facet, whole);
      if (number >= 0
          && counts[number] > 0
          && top.stream().noneMatch(listed -> listed.value().equals(whole))) {
        top.add(new FacetCount(whole, counts[number]));
      }
    }
    return top;
  }

  /** The most frequent values as counts, with the complement of their numbers in the lower half. */
  private LongHeap best(int first, int end) {
    LongHeap best = new LongHeap(SearchResults.MAX_FACET_VALUES);
    for (int i = 0; i < size; i++) {
      int number = counted[i];
      if (number >= first && number < end) {
        best.insertWithOverflow(((long) counts[number] << Integer.SIZE) | (~number & 0xFFFFFFFFL));
      }
    }
    return best;
  }

  /** Leaves the counts to the next search. */
  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      counts[counted[i]] = 0;
    }
    facets.giveBack(counts);
  }
}
