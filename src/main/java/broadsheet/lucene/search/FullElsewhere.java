package broadsheet.lucene.search;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import broadsheet.lucene.count.Counts;
import broadsheet.lucene.schema.FacetValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts of partial matches. Selecting one more value of a facet may find articles that match the
 * whole query, and then only those are listed: such values are counted by full matches.
 *
 * @param full the counts of full matches, of which the filters leave none
 * @param partial the counts of partial matches
 */
record FullElsewhere(Counts full, Counts partial, Filters filters) implements Counts {

  static Optional<Counts> of(Found none, Found some, Filters filters) {
    return none.counts()
        .flatMap(full -> some.counts().map(partial -> new FullElsewhere(full, partial, filters)));
  }

  @Override
  public void announce() throws IOException {
    partial.announce();
  }

  @Override
  public Map<FacetField, List<FacetCount>> facets() throws IOException {
    Map<FacetField, List<FacetCount>> facets = partial.facets();
    if (!filters.values().isEmpty()) {
      Map<FacetField, List<FacetCount>> whole = full.facets();
      for (FacetField facet : filters.values().keySet()) {
        facets.computeIfPresent(
            facet, (_, counts) -> counts(facet, counts, whole.getOrDefault(facet, List.of())));
      }
    }
    return facets;
  }

  /** The other values by full matches, if any has one, before those that are selected. */
  private List<FacetCount> counts(FacetField facet, List<FacetCount> some, List<FacetCount> whole) {
    if (whole.isEmpty()) {
      return some;
    }
    List<String> wanted = filters.of(facet).stream().map(FacetValues::indexed).toList();
    List<FacetCount> counts = new ArrayList<>(whole);
    some.stream().filter(count -> wanted.contains(count.value())).forEach(counts::add);
    return counts;
  }

  @Override
  public Timeline timeline() throws IOException {
    return partial.timeline();
  }

  @Override
  public List<Timeline.Bucket> months() throws IOException {
    return partial.months();
  }

  @Override
  public long words() throws IOException {
    return partial.words();
  }
}
