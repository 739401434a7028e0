package broadsheet.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergedCountsTest {

  private static final int PARTS = 3;
  private static final int NAMED = 60;

  /** The counts of one facet in each part. */
  private record Archive(List<Map<String, Long>> parts) {

    /** Many rare values, and some that are more frequent in one part than in the others. */
    static Archive random(Random random) {
      List<Map<String, Long>> parts = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        Map<String, Long> counts = new HashMap<>();
        for (int hit = 0; hit < 2_000; hit++) {
          int rank = (int) (Math.pow(random.nextDouble(), 3) * 300) + 7 * part;
          counts.merge("person " + rank, 1L, Long::sum);
        }
        parts.add(counts);
      }
      return new Archive(parts);
    }

    /** About equally frequent values. */
    static Archive even(Random random) {
      List<Map<String, Long>> parts = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        Map<String, Long> counts = new HashMap<>();
        for (int hit = 0; hit < 2_000; hit++) {
          counts.merge("person " + random.nextInt(700), 1L, Long::sum);
        }
        parts.add(counts);
      }
      return new Archive(parts);
    }

    List<PartCounts> sent() {
      return parts.stream().map(Archive::sent).toList();
    }

    private static PartCounts sent(Map<String, Long> counts) {
      List<FacetCount> all = MergedCounts.mostFrequent(counts);
      List<FacetCount> top = all.subList(0, Math.min(NAMED, all.size()));
      Map<FacetField, PartCounts.Values> values = new EnumMap<>(FacetField.class);
      FacetField.KEYWORDS.forEach(
          facet -> values.put(facet, new PartCounts.Values(List.of(), false, 0)));
      values.put(
          FacetField.PERSON,
          new PartCounts.Values(top, top.size() == NAMED, top.getLast().count()));
      return new PartCounts(values, new PartDates(Map.of(), 0, true), Optional.empty(), 0);
    }

    /** Each part's answer to a request for some values; notes the values. */
    List<Map<FacetField, List<FacetCount>>> answers(PartCounts.Wanted wanted, List<String> asked) {
      List<String> values = wanted.named().getOrDefault(FacetField.PERSON, List.of());
      asked.addAll(values);
      return parts.stream()
          .map(
              part ->
                  Map.of(
                      FacetField.PERSON,
                      values.stream()
                          .map(value -> new FacetCount(value, part.getOrDefault(value, 0L)))
                          .toList()))
          .toList();
    }

    /** The values of each part by their hashes, without those with fewer hits than a number. */
    List<Map<FacetField, HashedCounts>> hashed(ToLongFunction<String> hash, int least) {
      return parts.stream().map(part -> hashed(part, hash, least)).toList();
    }

    private static Map<FacetField, HashedCounts> hashed(
        Map<String, Long> part, ToLongFunction<String> hash, int least) {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      part.forEach(
          (value, count) -> {
            if (count >= least) {
              try {
                out.writeLong(hash.applyAsLong(value));
                out.writeVInt(count.intValue());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          });
      return Map.of(
          FacetField.PERSON, new HashedCounts(new BytesRef(out.toArrayCopy()), least - 1));
    }

    /** Each part's answer to a request for the values with some hashes. */
    List<Map<FacetField, List<FacetCount>>> answers(
        PartCounts.Wanted wanted, ToLongFunction<String> hash) {
      List<Long> hashes = wanted.hashed().getOrDefault(FacetField.PERSON, List.of());
      return parts.stream()
          .map(
              part ->
                  Map.of(
                      FacetField.PERSON,
                      MergedCounts.mostFrequent(part).stream()
                          .filter(each -> hashes.contains(hash.applyAsLong(each.value())))
                          .toList()))
          .toList();
    }

    List<FacetCount> mostFrequent() {
      Map<String, Long> sums = new HashMap<>();
      parts.forEach(part -> part.forEach((value, count) -> sums.merge(value, count, Long::sum)));
      return MergedCounts.mostFrequent(sums).subList(0, SearchResults.MAX_FACET_VALUES);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theMostFrequentValuesAreThoseOfAllParts(long seed) {
    Archive archive = Archive.random(new Random(seed));
    MergedCounts counts = new MergedCounts(archive.sent());
    assertThat(counts.open()).isEmpty();
    counts.add(archive.answers(counts.next(), new ArrayList<>()));
    assertThat(counts.next().isEmpty()).isTrue();
    assertThat(counts.facets(Filters.none()))
        .containsEntry(FacetField.PERSON, archive.mostFrequent());
  }

  @Test
  void valuesThatEveryPartNamedAreNotAskedFor() {
    Archive archive = Archive.random(new Random(1));
    List<PartCounts> sent = archive.sent();
    List<String> asked = new ArrayList<>();
    MergedCounts counts = new MergedCounts(sent);
    counts.add(archive.answers(counts.next(), asked));
    List<List<String>> named =
        sent.stream()
            .map(part -> Objects.requireNonNull(part.values().get(FacetField.PERSON)).top())
            .map(top -> top.stream().map(FacetCount::value).toList())
            .toList();
    assertThat(asked)
        .allMatch(value -> named.stream().anyMatch(part -> !part.contains(value)))
        .hasSizeLessThan(20);
  }

  /** The hash may be a poor one, by which values are taken for one another. */
  @ParameterizedTest
  @CsvSource({"1, 1000000", "2, 1000000", "3, 5000", "4, 700", "5, 50", "6, 1"})
  void valuesThatNoPartNamedAreFoundByTheirHashes(long seed, long hashes) {
    ToLongFunction<String> hash = value -> 1 + Math.floorMod(31L * value.hashCode(), hashes);
    Archive archive = Archive.even(new Random(seed));
    MergedCounts counts = new MergedCounts(archive.sent());
    Integer least = counts.open().get(FacetField.PERSON);
    assertThat(least).isPositive();
    for (int from : List.of(1, least)) {
      MergedCounts gathered = new MergedCounts(archive.sent());
      gathered.addHashed(archive.hashed(hash, from));
      int asked = 0;
      for (PartCounts.Wanted next = gathered.next(); !next.isEmpty(); next = gathered.next()) {
        gathered.add(archive.answers(next, hash));
        asked++;
      }
      assertThat(gathered.facets(Filters.none()))
          .containsEntry(FacetField.PERSON, archive.mostFrequent());
      assertThat(asked).isLessThanOrEqualTo(2);
    }
  }
}
