package broadsheet.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheredCountsTest {

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

    List<PartCounts> sent() {
      return parts.stream().map(Archive::sent).toList();
    }

    private static PartCounts sent(Map<String, Long> counts) {
      List<FacetCount> all = GatheredCounts.mostFrequent(counts);
      List<FacetCount> top = all.subList(0, Math.min(NAMED, all.size()));
      Map<FacetField, PartCounts.Values> values = new EnumMap<>(FacetField.class);
      FacetField.KEYWORDS.forEach(
          facet -> values.put(facet, new PartCounts.Values(List.of(), false, 0)));
      values.put(
          FacetField.PERSON,
          new PartCounts.Values(top, top.size() == NAMED, top.getLast().count()));
      return new PartCounts(values, new PartDates(Map.of(), 0, true), Optional.empty());
    }

    /** What each part answers when it is asked for some values; notes them. */
    List<Map<FacetField, List<FacetCount>>> answers(
        Map<FacetField, List<String>> wanted, List<String> asked) {
      List<String> values = wanted.getOrDefault(FacetField.PERSON, List.of());
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

    List<FacetCount> mostFrequent() {
      Map<String, Long> sums = new HashMap<>();
      parts.forEach(part -> part.forEach((value, count) -> sums.merge(value, count, Long::sum)));
      return GatheredCounts.mostFrequent(sums).subList(0, SearchResults.MAX_FACET_VALUES);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theMostFrequentValuesAreThoseOfAllParts(long seed) throws IOException {
    Archive archive = Archive.random(new Random(seed));
    assertThat(GatheredCounts.isEnough(archive.sent())).isTrue();
    assertThat(
            GatheredCounts.facets(
                archive.sent(),
                Filters.none(),
                values -> archive.answers(values, new ArrayList<>())))
        .containsEntry(FacetField.PERSON, archive.mostFrequent());
  }

  @Test
  void valuesThatEveryPartNamedAreNotAskedFor() throws IOException {
    Archive archive = Archive.random(new Random(1));
    List<PartCounts> sent = archive.sent();
    List<String> asked = new ArrayList<>();
    GatheredCounts.facets(sent, Filters.none(), values -> archive.answers(values, asked));
    List<List<String>> named =
        sent.stream()
            .map(part -> Objects.requireNonNull(part.values().get(FacetField.PERSON)).top())
            .map(top -> top.stream().map(FacetCount::value).toList())
            .toList();
    assertThat(asked)
        .allMatch(value -> named.stream().anyMatch(part -> !part.contains(value)))
        .hasSizeLessThan(20);
  }
}
