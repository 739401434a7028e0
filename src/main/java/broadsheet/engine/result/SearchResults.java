package broadsheet.engine.result;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.PageCursor;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param total how many articles match; exact when complete, else at least so many. Counts the
 *     first tier that is not empty, as facets and timeline do
 * @param completeness whether all articles were looked at; if not, the time was up before, and all
 *     else here is of what was found by then
 * @param folded how many of those are not listed by themselves, but folded under the best hit of
 *     their family
 * @param hits the asked-for page of them
 * @param tiers which of the hits have all that was asked for, and which some
 * @param next where the page after this one begins; empty when this is the last
 * @param notes what the engine did on the reader's behalf (relaxed, cut short)
 * @param clauses when nothing matched as asked: each part of the query alone; else empty
 * @param didYouMean when nothing matched as asked: texts of queries that do find something, with
 *     words of this one spelt as the index has them, the likeliest first, at most 3; else empty
 * @param dateInstead when the query names a month and a year in words (or a day): texts of queries
 *     for what was published then, that do find something; at most 2, else empty. Whether or not
 *     this one found anything
 * @param facets exact counts, the most frequent values first, at most {@value #MAX_FACET_VALUES} a
 *     facet and, after these, those of its values that are wanted; a facet without values is
 *     absent. Counted over all the hits or, for a facet that narrows the search, over all that
 *     would be hits without it: so many more each further value brings. Empty when the request does
 *     not count
 * @param timeline all the hits over time; empty when the request does not count
 * @param took time spent in the engine
 */
public record SearchResults(
    long total,
    Completeness completeness,
    long folded,
    List<Hit> hits,
    Tiers tiers,
    Optional<PageCursor> next,
    List<Note> notes,
    List<ClauseCount> clauses,
    List<String> didYouMean,
    List<String> dateInstead,
    Map<FacetField, List<FacetCount>> facets,
    Timeline timeline,
    Duration took) {

  /** The most values counted in one facet. */
  public static final int MAX_FACET_VALUES = 20;

  public SearchResults {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
    clauses = List.copyOf(clauses);
    didYouMean = List.copyOf(didYouMean);
    dateInstead = List.copyOf(dateInstead);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /** Whether all was looked at. */
  public boolean isComplete() {
    return completeness == Completeness.WHOLE;
  }
}
