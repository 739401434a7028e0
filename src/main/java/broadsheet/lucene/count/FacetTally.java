package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.facets.Facets;
import broadsheet.lucene.facets.FrequentValues;
import broadsheet.lucene.facets.ValueCounts;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.schema.FacetValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/**
 * Counts hits by the values of all keyword facets. The values that are frequent in the archive are
 * counted first, and all values of a facet only where another could be among the most frequent of
 * the hits, or is asked for. Not thread-safe.
 */
final class FacetTally implements AutoCloseable {

  private final HitSet hits;
  private final Facets facets;
  private int @Nullable [] frequent;

  /** The counts of facets whose values were all counted. */
  private final Map<FacetField, ValueCounts> whole = new EnumMap<>(FacetField.class);

  private final int most;

  /**
   * @param most the most values of each facet to list, at least 1
   */
  FacetTally(HitSet hits, Facets facets, int most) {
    this.hits = hits;
    this.facets = facets;
    this.most = most;
  }

  /**
   * The values that most hits have, most frequent first, ties by their bytes; empty when there are
   * none.
   *
   * @param wanted values that are listed as well, at the end, even if few hits have them
   */
  List<FacetCount> top(FacetField facet, List<String> wanted) throws IOException {
    List<FacetCount> top = new ArrayList<>();
    LongHeap values = best(facet);
    for (long value :
        IntStream.rangeClosed(1, values.size()).mapToLong(values::get).sorted().toArray()) {
      top.addFirst(new FacetCount(facets.value(facet, (int) ~value), value >>> Integer.SIZE));
    }
    for (String value : wanted) {
      String known = FacetValues.indexed(value);
      long count = count(facet, known);
      if (count > 0 && top.stream().noneMatch(listed -> listed.value().equals(known))) {
        top.add(new FacetCount(known, count));
      }
    }
    return facets.withFound(facet, top, hits);
  }

  /** The number of hits that have each of some values, 0 included. */
  List<FacetCount> counts(FacetField facet, List<String> values) throws IOException {
    List<FacetCount> counts = new ArrayList<>();
    for (String value : values) {
      counts.add(new FacetCount(value, count(facet, value)));
    }
    return facets.withFound(facet, counts, hits);
  }

  /** The number of hits that have a value. */
  long count(FacetField facet, String value) throws IOException {
    int number = facets.number(facet, value);
    if (number < 0) {
      return 0;
    }
    int place = facets.frequent().place(number);
    return place == FrequentValues.NONE ? all(facet).of(number) : frequent()[place];
  }

  /**
   * The counts of the values, identified by their hashes.
   *
   * @param least the fewest hits of a value that is included; 1 if there are {@linkplain
   *     HashedCounts#FEW few} values
   */
  HashedCounts hashed(FacetField facet, int least) throws IOException {
    ValueCounts counts = all(facet);
    int from = counts.size() <= HashedCounts.FEW ? 1 : least;
    long[] hashes = facets.hashes(facet);
    int first = facets.first(facet);
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    for (int i = 0; i < counts.size(); i++) {
      int number = counts.number(i);
      if (counts.of(number) >= from) {
        out.writeLong(hashes[number - first]);
        out.writeVInt(counts.of(number));
      }
    }
    return new HashedCounts(new BytesRef(out.toArrayCopy()), from - 1);
  }

  /** The values with these hashes that any hit has. */
  List<FacetCount> withHashes(FacetField facet, List<Long> wanted) throws IOException {
    long[] sorted = wanted.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] hashes = facets.hashes(facet);
    int first = facets.first(facet);
    ValueCounts counts = all(facet);
    List<FacetCount> found = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int number = counts.number(i);
      if (counts.of(number) > 0 && Arrays.binarySearch(sorted, hashes[number - first]) >= 0) {
        found.add(new FacetCount(facets.value(facet, number), counts.of(number)));
      }
    }
    return facets.withFound(facet, found, hits);
  }

  private ValueCounts all(FacetField facet) {
    return whole.computeIfAbsent(facet, _ -> facets.countAll(facet, hits));
  }

  private int[] frequent() {
    int[] known = frequent == null ? facets.countFrequent(hits) : frequent;
    frequent = known;
    return known;
  }

  /** The most frequent values as counts, with the complement of their numbers in the lower half. */
  private LongHeap best(FacetField facet) {
    FrequentValues known = facets.frequent();
    int[] counts = frequent();
    LongHeap best = heap(facet);
    int end = known.end(facet);
    for (int place = known.first(facet); place < end; place++) {
      insert(known.number(place), counts[place], best);
    }
    return isCertain(facet, best) ? best : bestOfAll(facet);
  }

  /** Whether no value that is not frequent in the archive can be among the best. */
  private boolean isCertain(FacetField facet, LongHeap best) {
    long least = best.size() < most ? 0 : best.top() >>> Integer.SIZE;
    long mostOfOthers = facets.frequent().mostOfOthers(facet);
    return mostOfOthers == 0 || mostOfOthers < least;
  }

  private LongHeap bestOfAll(FacetField facet) {
    LongHeap best = heap(facet);
    ValueCounts counts = all(facet);
    for (int i = 0; i < counts.size(); i++) {
      insert(counts.number(i), counts.of(counts.number(i)), best);
    }
    return best;
  }

  private LongHeap heap(FacetField facet) {
    return new LongHeap(Math.clamp(facets.size(facet), 1, most));
  }

  private static void insert(int number, int count, LongHeap best) {
    if (count > 0) {
      best.insertWithOverflow(((long) count << Integer.SIZE) | (~number & 0xFFFFFFFFL));
    }
  }

  /** Leaves the counts to the next search. */
  @Override
  public void close() {
    whole.values().forEach(facets::giveBack);
  }
}
