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
 * Counts hits by the values of all keyword facets, in one pass. Where most documents are hits, the
 * others, which are fewer, are taken from the known totals. Not thread-safe.
 */
final class FacetTally implements AutoCloseable {

  private final Facets facets;
  private final ValueCounts counts;

  /** Of each of {@link FacetField#KEYWORDS}. */
  private LongHeap[] best = {};

  private FacetTally(Facets facets, ValueCounts counts) {
    this.facets = facets;
    this.counts = counts;
  }

  static FacetTally of(FacetsCollector hits, Facets facets) throws IOException {
    return of(hits, facets, SearchResults.MAX_FACET_VALUES);
  }

  /**
   * @param most how many values of each facet can be listed
   */
  static FacetTally of(FacetsCollector hits, Facets facets, int most) throws IOException {
    boolean isMost = isMost(hits.getMatchingDocs(), facets);
    FacetTally tally = new FacetTally(facets, isMost ? facets.borrowTotals() : facets.borrow());
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      if (isMost) {
        tally.subtractOthers(segment);
      } else {
        tally.add(segment);
      }
    }
    tally.best = tally.best(most);
    return tally;
  }

  /** Whether more than half of all documents are hits. */
  private static boolean isMost(List<MatchingDocs> segments, Facets facets) {
    long hits = 0;
    long documents = 0;
    for (MatchingDocs segment : segments) {
      hits += segment.totalHits();
      documents += segment.context().reader().maxDoc();
    }
    return segments.size() == facets.segments() && hits > documents / 2;
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

  /** Takes the documents that are no hits from the totals. */
  private void subtractOthers(MatchingDocs segment) throws IOException {
    FacetColumn column = FacetColumn.of(segment.context().reader());
    int[] numbers = facets.ofSegment(segment.context());
    DocIdSetIterator hits = segment.bits().iterator();
    for (int document = 0; document < column.documents(); document++) {
      int hit = Math.min(hits.nextDoc(), column.documents());
      for (; document < hit; document++) {
        int end = column.end(document);
        for (int place = column.start(document); place < end; place++) {
          counts.subtract(numbers[column.value(place)]);
        }
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

  /** How many hits have a value. */
  long count(FacetField facet, String value) throws IOException {
    int number = facets.number(facet, value);
    return number < 0 ? 0 : counts.of(number);
  }

  /**
   * The most frequent values of each keyword facet as counts, with the complement of their numbers
   * in the lower half.
   */
  private LongHeap[] best(int most) {
    LongHeap[] all = new LongHeap[FacetField.KEYWORDS.size()];
    int kept = Math.min(most, Math.max(1, counts.size()));
    Arrays.setAll(all, _ -> new LongHeap(kept));
    for (int i = 0; i < counts.size(); i++) {
      int number = counts.number(i);
      long value = ((long) counts.of(number) << Integer.SIZE) | (~number & 0xFFFFFFFFL);
      LongHeap best = all[facets.place(number)];
      boolean isListed = best.size() < kept ? counts.of(number) > 0 : value > best.top();
      if (isListed) {
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
