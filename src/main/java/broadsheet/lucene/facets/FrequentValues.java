package broadsheet.lucene.facets;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most frequent values of each facet in a snapshot, and the documents that have them. They make
 * up most of what there is to count, and are so few that their counts stay in the processor's
 * cache. Takes four bytes a document, two for each of its values, and four for each different value
 * of any frequency. Thread-safe once all segments are read.
 */
public final class FrequentValues {

  /** No place. */
  public static final int NONE = -1;

  /** The most values kept for each facet; the places of those of all facets fit in two bytes. */
  private static final int MOST = (Character.MAX_VALUE + 1) / FacetField.KEYWORDS.size();

  /** The number of each value in {@link Facets}, ascending. */
  private final int[] numbers;

  /** The place in {@link #numbers} of every value; {@link #NONE} if it is not among these. */
  private final int[] places;

  /** The number of documents with each value, deleted ones included. */
  private final int[] totals;

  /** For each facet, the most documents that any other value has; 0 if there is none. */
  private final int[] mostOfOthers;

  /** The place of the first value of each facet, and the number of all. */
  private final int[] firsts;

  private final List<Column> segments = new ArrayList<>();

  /**
   * @param firstNumbers the first number of each facet's values, and the number of all values
   * @param totals the number of documents with each value
   */
  FrequentValues(int[] firstNumbers, int[] totals) {
    int facets = firstNumbers.length - 1;
    firsts = new int[facets + 1];
    mostOfOthers = new int[facets];
    IntStream all = IntStream.empty();
    for (int facet = 0; facet < facets; facet++) {
      int[] ordered = byTotal(firstNumbers[facet], firstNumbers[facet + 1], totals);
      firsts[facet + 1] = firsts[facet] + Math.min(MOST, ordered.length);
      mostOfOthers[facet] = ordered.length > MOST ? totals[ordered[MOST]] : 0;
      all = IntStream.concat(all, Arrays.stream(ordered).limit(MOST));
    }
    numbers = all.sorted().toArray();
    this.totals = Arrays.stream(numbers).map(number -> totals[number]).toArray();
    places = new int[totals.length];
    Arrays.fill(places, NONE);
    for (int place = 0; place < numbers.length; place++) {
      places[numbers[place]] = place;
    }
  }

  /** The values of a facet, the most frequent first. */
  private static int[] byTotal(int first, int end, int[] totals) {
    return IntStream.range(first, end)
        .mapToLong(number -> ((long) -totals[number] << Integer.SIZE) | number)
        .sorted()
        .mapToInt(key -> (int) key)
        .toArray();
  }

  /** The values of a segment's documents. */
  private static final class Column {

    /**
     * The index at which each document's values begin; has one more element than there are
     * documents.
     */
    private final int[] starts;

    /** By their places. */
    private final char[] values;

    Column(int[] starts, char[] values) {
      this.starts = starts;
      this.values = values;
    }

    void add(SegmentHits hits, int times, int[] counts) {
      SegmentHits.Cursor cursor = hits.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        for (int place = starts[hit]; place < starts[hit + 1]; place++) {
          counts[values[place]] += times;
        }
      }
    }
  }

  /**
   * Reads a segment, in the order of the segments.
   *
   * @param numbersOf the segment's values
   */
  void add(FacetColumn segment, int[] numbersOf) {
    int[] starts = new int[segment.documents() + 1];
    char[] values = new char[segment.start(segment.documents())];
    int size = 0;
    for (int document = 0; document < segment.documents(); document++) {
      for (int place = segment.start(document); place < segment.end(document); place++) {
        int value = place(numbersOf[segment.value(place)]);
        if (value != NONE) {
          values[size++] = (char) value;
        }
      }
      starts[document + 1] = size;
    }
    segments.add(new Column(starts, Arrays.copyOf(values, size)));
  }

  /** The place of the first value of a facet. */
  public int first(FacetField facet) {
    return firsts[FacetField.KEYWORDS.indexOf(facet)];
  }

  /** The place after the last value of a facet. */
  public int end(FacetField facet) {
    return firsts[FacetField.KEYWORDS.indexOf(facet) + 1];
  }

  /** The number in {@link Facets} of the value at a place. */
  public int number(int place) {
    return numbers[place];
  }

  /** The place of a value; {@link #NONE} where it is not among these. */
  public int place(int number) {
    return places[number];
  }

  /** The most documents that a value of a facet has which is not among these; 0 for none. */
  public int mostOfOthers(FacetField facet) {
    return mostOfOthers[FacetField.KEYWORDS.indexOf(facet)];
  }

  /** Counts the hits for the value at each place. */
  int[] count(HitSet hits) {
    int[] counts = new int[numbers.length];
    add(hits, 1, counts);
    return counts;
  }

  /** Counts the hits by subtracting the other documents from the totals. */
  int[] countBut(HitSet others) {
    int[] counts = totals.clone();
    add(others, -1, counts);
    return counts;
  }

  private void add(HitSet hits, int times, int[] counts) {
    for (SegmentHits segment : hits.segments()) {
      segments.get(segment.leaf().ord).add(segment, times, counts);
    }
  }
}
