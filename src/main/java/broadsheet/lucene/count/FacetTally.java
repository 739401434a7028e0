package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.snapshot.FacetColumn;
import broadsheet.lucene.snapshot.Facets;
import broadsheet.lucene.snapshot.ValueCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.LongHeap;

/**
 * Counts hits by the values of all keyword facets, in one pass. The cost grows with the number of
 * hits and of their values, not with the number of values in the archive. Not thread-safe.
 */
final class FacetTally implements AutoCloseable {

  private final Facets facets;
  private final ValueCounts counts;

  /** Of each of {@link FacetField#KEYWORDS}. */
  private LongHeap[] best = {};

  private FacetTally(Facets facets) {
    this.facets = facets;
    counts = facets.borrow();
  }

  static FacetTally of(FacetsCollector hits, Facets facets) throws IOException {
    FacetTally tally = new FacetTally(facets);
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      tally.add(segment);
    }
    tally.best = tally.best();
    return tally;
  }

  private void add(MatchingDocs segment) throws IOException {
    FacetColumn column = FacetColumn.of(segment.context().reader());
    int[] numbers = facets.ofSegment(segment.context());
    DocIdSetIterator hits = segment.bits().iterator();
    for (int hit = hits.nextDoc(); hit != DocIdSetIterator.NO_MORE_DOCS; hit = hits.nextDoc()) {
      int end = column.end(hit);
      for (int place = column.start(hit); place < end; place++) {
        counts.add(numbers[column.value(place)]);
      }
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
    LongHeap values = best[FacetField.KEYWORDS.indexOf(facet)];
    for (long value :
        IntStream.rangeClosed(1, values.size()).mapToLong(values::get).sorted().toArray()) {
      int number = (int) ~value;
      top.addFirst(new FacetCount(facets.value(facet, number), counts.of(number)));
    }
    for (String value : wanted) {
      String whole = FacetValues.indexed(value);
      int number = facets.number(facet, whole);
      if (number >= 0
          && counts.of(number) > 0
          && top.stream().noneMatch(listed -> listed.value().equals(whole))) {
        top.add(new FacetCount(whole, counts.of(number)));
      }
    }
    return top;
  }

  /**
   * The most frequent values of each keyword facet as counts, with the complement of their numbers
   * in the lower half.
   */
  private LongHeap[] best() {
    LongHeap[] all = new LongHeap[FacetField.KEYWORDS.size()];
    Arrays.setAll(all, _ -> new LongHeap(SearchResults.MAX_FACET_VALUES));
    for (int i = 0; i < counts.size(); i++) {
      int number = counts.number(i);
      long value = ((long) counts.of(number) << Integer.SIZE) | (~number & 0xFFFFFFFFL);
      LongHeap best = all[facets.place(number)];
      if (best.size() < SearchResults.MAX_FACET_VALUES || value > best.top()) {
        best.insertWithOverflow(value);
      }
    }
    return all;
  }

  /** Leaves the counts to the next search. */
  @Override
  public void close() {
    facets.giveBack(counts);
  }
}
