package broadsheet.lucene.facets;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.names.FoundNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.LongValues;

/**
 * The global ordinals of all keyword facets of a snapshot in one numbering: from 0, the values of
 * the first facet in the order of their bytes, then those of the second, and so on. Thread-safe.
 */
public final class Facets {

  private final FoundNames names;
  private final List<FacetOrdinals> facets = new ArrayList<>();
  private final int[] firsts = new int[FacetField.KEYWORDS.size() + 1];
  private final List<int[]> bySegment = new ArrayList<>();
  private final int[] totals;
  private final FrequentValues frequent;
  private final Queue<ValueCounts> idle = new ConcurrentLinkedQueue<>();

  /**
   * Reads the values of the segments of one reader.
   *
   * @param names those that were found in the articles
   */
  public Facets(List<LeafReaderContext> segments, FoundNames names) throws IOException {
    this.names = names;
    for (FacetField facet : FacetField.KEYWORDS) {
      FacetOrdinals values = FacetOrdinals.of(facet, names, segments);
      firsts[facets.size() + 1] = firsts[facets.size()] + values.size();
      facets.add(values);
    }
    totals = new int[firsts[facets.size()]];
    for (LeafReaderContext segment : segments) {
      int[] numbers = numbers(segment);
      FacetColumn column = FacetColumn.of(segment.reader(), names);
      for (int value = 0; value < numbers.length; value++) {
        totals[numbers[value]] += column.total(value);
      }
      bySegment.add(numbers);
    }
    frequent = new FrequentValues(firsts, totals);
    for (LeafReaderContext segment : segments) {
      frequent.add(FacetColumn.of(segment.reader(), names), bySegment.get(segment.ord));
    }
  }

  private int[] numbers(LeafReaderContext segment) {
    FacetColumn column = FacetColumn.of(segment.reader(), names);
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

  /** The same counts, each with the number of hits in whose text the name was found. */
  public List<FacetCount> withFound(FacetField facet, List<FacetCount> counts, HitSet hits) {
    return names.withFound(facet, counts, hits);
  }

  /** The number of a facet's values. */
  public int size(FacetField facet) {
    return facets.get(place(facet)).size();
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

  /**
   * The hashes of a facet's values, in the order of their numbers. 8 bytes a value are kept after
   * the first call.
   */
  public long[] hashes(FacetField facet) throws IOException {
    return facets.get(place(facet)).hashes();
  }

  /** The number of a facet's first value. */
  public int first(FacetField facet) {
    return firsts[place(facet)];
  }

  /** The most frequent values of each facet. */
  public FrequentValues frequent() {
    return frequent;
  }

  /**
   * Counts the hits for each of the frequent values, by its place among them. If most documents are
   * hits, counts the documents that are not, which are fewer, and subtracts them from the known
   * totals.
   */
  public int[] countFrequent(HitSet hits) {
    return isMost(hits) ? frequent.countBut(hits.others()) : frequent.count(hits);
  }

  /**
   * Counts all values of one facet in the same way, which takes longer. The counts must be given
   * back.
   */
  public ValueCounts countAll(FacetField facet, HitSet hits) {
    ValueCounts known = idle.poll();
    ValueCounts counts = known == null ? new ValueCounts(totals.length) : known;
    int place = place(facet);
    if (isMost(hits)) {
      for (int number = firsts[place]; number < firsts[place + 1]; number++) {
        counts.start(number, totals[number]);
      }
      forEachValue(place, hits.others(), counts::subtract);
    } else {
      forEachValue(place, hits, counts::add);
    }
    return counts;
  }

  /** Whether more than half of all documents are hits. */
  private boolean isMost(HitSet hits) {
    long documents = 0;
    for (SegmentHits segment : hits.segments()) {
      documents += segment.leaf().reader().maxDoc();
    }
    return hits.segments().size() == bySegment.size() && hits.size() > documents / 2;
  }

  /** Passes the numbers of a facet's values, one by one, document by document. */
  private void forEachValue(int facet, HitSet hits, IntConsumer numbers) {
    for (SegmentHits segment : hits.segments()) {
      int[] numbersOf = bySegment.get(segment.leaf().ord);
      FacetColumn column = FacetColumn.of(segment.leaf().reader(), names);
      int first = column.first(facet);
      int end = column.first(facet + 1);
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        for (int place = column.start(hit); place < column.end(hit); place++) {
          int value = column.value(place);
          if (value >= first && value < end) {
            numbers.accept(numbersOf[value]);
          }
        }
      }
    }
  }

  /** Takes counts back for the next search. */
  public void giveBack(ValueCounts counts) {
    counts.clear();
    idle.add(counts);
  }
}
