package broadsheet.engine.result;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.PageCursor;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The result of a search.
 *
 * @param total the number of matching articles, or a lower bound. It counts the list or the first
 *     tier that is not empty, as do facets and timeline
 * @param completeness whether all articles were looked at, for all words of the query; if not,
 *     everything else here covers the hits that were found
 * @param folded the number of these articles that are not listed themselves but grouped under the
 *     best hit of their family
 * @param hits the requested page of hits
 * @param tiers the hits that match the whole query, and those that match a part of it
 * @param next the cursor of the next page; empty on the last page
 * @param notes tell the reader what the engine did on its own (relaxed, cut short)
 * @param clauses when nothing matches the query: the count of each part alone; otherwise empty
 * @param didYouMean when nothing matches the query, or a word of it is misspelt: texts of queries
 *     that find something or far more, with its words respelt as in the index, the likeliest first,
 *     at most 3; otherwise empty
 * @param dateInstead when the query names a month and a year (or a day) in words: texts of queries
 *     for articles published then that do find something, at most 2; otherwise empty. Independent
 *     of whether this query finds anything
 * @param facets exact counts, the most frequent values first, at most {@value #MAX_FACET_VALUES}
 *     per facet, followed by any further selected values; a facet without values is absent. Counted
 *     over all hits, or, for a facet that filters the search, over the hits there would be without
 *     that filter: each count is what selecting the value adds. Empty when the request does not
 *     count
 * @param timeline all the hits over time; empty when the request does not count
 * @param months the hits by month, where the timeline is finer; otherwise empty
 * @param words the number of words of all the hits, as {@code words:>500} counts them; empty unless
 *     the request asks for it
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
    List<Timeline.Bucket> months,
    OptionalLong words,
    Duration took) {

  /** With fewer full matches than this, partial matches follow. */
  public static final int FEW = 10;

  /** The most values counted for one facet. */
  public static final int MAX_FACET_VALUES = 20;

  public SearchResults {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
    clauses = List.copyOf(clauses);
    didYouMean = List.copyOf(didYouMean);
    dateInstead = List.copyOf(dateInstead);
    months = List.copyOf(months);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /** Whether hits are listed below those that the total counts. */
  public boolean isFollowed() {
    return !tiers.isOneList() && tiers.all() > 0 && tiers.some() > 0;
  }

  /** Whether all articles were looked at. */
  public boolean isComplete() {
    return completeness.isOfAllArticles();
  }
}
