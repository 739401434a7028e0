package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.LongValues;

/**
 * The values of all keyword facets of a snapshot under one numbering: from 0, those of the first
 * facet in the order of their bytes, then those of the second, and so on. Thread-safe.
 */
public final class Facets {

  private final List<FacetOrdinals> facets = new ArrayList<>();
  private final int[] firsts = new int[FacetField.KEYWORDS.size() + 1];
  private final List<int[]> bySegment = new ArrayList<>();
  private final int[] totals;
  private final Queue<ValueCounts> idle = new ConcurrentLinkedQueue<>();

  /** Reads the values of the segments of one reader. */
  public Facets(List<LeafReaderContext> segments) throws IOException {
    for (FacetField facet : FacetField.KEYWORDS) {
      FacetOrdinals values = FacetOrdinals.of(facet, segments);
      firsts[facets.size() + 1] = firsts[facets.size()] + values.size();
      facets.add(values);
    }
    totals = new int[firsts[facets.size()]];
    for (LeafReaderContext segment : segments) {
      int[] numbers = numbers(segment);
      FacetColumn column = FacetColumn.of(segment.reader());
      for (int value = 0; value < numbers.length; value++) {
        totals[numbers[value]] += column.total(value);
      }
      bySegment.add(numbers);
    }
  }

  private int[] numbers(LeafReaderContext segment) {
    FacetColumn column = FacetColumn.of(segment.reader());
    int[] numbers = new int[column.first(facets.size())];
    for (int facet = 0; facet < facets.size(); facet++) {
      LongValues ordinals = facets.get(facet).ofSegment(segment.ord);
      int first = column.first(facet);
      for (int value = first; value < column.first(facet + 1); value++) {
        numbers[value] = firsts[facet] + (int) ordinals.get(value - first);
      }
    }
    return numbers;
  }

  /** The numbers of a segment's values, by their numbers in its {@link FacetColumn}. */
  public int[] ofSegment(LeafReaderContext segment) {
    return bySegment.get(segment.ord);
  }

  /** The place among {@link FacetField#KEYWORDS} of the facet that a value belongs to. */
  public int place(int number) {
    int place = 0;
    while (number >= firsts[place + 1]) {
      place++;
    }
    return place;
  }

  private static int place(FacetField facet) {
    return FacetField.KEYWORDS.indexOf(facet);
  }

  /** The value with a number. */
  public String value(FacetField facet, int number) {
    return facets.get(place(facet)).value(number - firsts[place(facet)]);
  }

  /** The number of a value; -1 where no article has it. */
  public int number(FacetField facet, String value) throws IOException {
    int ordinal = facets.get(place(facet)).of(value);
    return ordinal < 0 ? -1 : firsts[place(facet)] + ordinal;
  }

  /** Counts of all values, none of them counted yet. */
  public ValueCounts borrow() {
    ValueCounts counts = idle.poll();
    return counts == null ? new ValueCounts(totals.length) : counts;
  }

  /** Counts that start from those of all documents, deleted ones among them. */
  public ValueCounts borrowTotals() {
    ValueCounts counts = borrow();
    counts.start(totals);
    return counts;
  }

  /** How many segments there are. */
  public int segments() {
    return bySegment.size();
  }

  /** Takes counts back for the next search. */
  public void giveBack(ValueCounts counts) {
    counts.clear();
    idle.add(counts);
  }
}
