package broadsheet.engine;

import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.ScopeFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The scope of an answer: the articles that were searched for it, which show how far “none” and
 * “the first” can be trusted. Immutable.
 *
 * @param articles the number of articles within the dates, sources and other limits of the search
 * @param undated the number of them without a known date
 * @param sources the number of their sources; empty if there was no time to count them
 * @param first the first day of any of them; empty if no date is known
 * @param last the last such day
 * @param unread the number of files and records of the archive that could not be read
 */
public record LookedAt(
    long articles,
    long undated,
    OptionalInt sources,
    Optional<LocalDate> first,
    Optional<LocalDate> last,
    long unread) {

  /** The sentence for the whole archive; see {@link #in}. */
  public static String in(SearchEngine engine) {
    return in(engine, new QueryNode.Everything(), Filters.none());
  }

  /** The sentence for a search, see {@link #of}; empty if not all its articles were looked at. */
  public static String in(SearchEngine engine, QueryNode query, Filters filters) {
    return of(engine, query, filters).map(LookedAt::text).orElse("");
  }

  /**
   * The articles within the limits of a search: its filters, and the dates, sources, sections and
   * languages that its query names.
   *
   * @return empty if there was no time to look at all of them, or a part of the archive is missing
   * @throws EngineException when the index cannot be read
   */
  public static Optional<LookedAt> of(SearchEngine engine, QueryNode query, Filters filters) {
    QueryNode scope = ScopeFilters.of(query);
    QueryNode dateless = new QueryNode.AllOf(List.of(scope, new QueryNode.DateUnknown()));
    try {
      SearchResults newest = engine.search(request(scope, filters, SortOrder.NEWEST));
      SearchResults oldest = engine.search(request(scope, filters, SortOrder.OLDEST));
      SearchResults undated = engine.search(request(dateless, filters, SortOrder.RELEVANCE));
      boolean isCut =
          Stream.of(newest, oldest, undated).anyMatch(each -> each.completeness().isLowerBound());
      return isCut
          ? Optional.empty()
          : Optional.of(
              new LookedAt(
                  newest.total(),
                  undated.total(),
                  sources(engine, scope, filters),
                  first(oldest).flatMap(PublicationDate::first),
                  first(newest).flatMap(PublicationDate::last),
                  engine.ledger().totals().failed()));
    } catch (EngineBusyException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicationDate> first(SearchResults found) {
    return found.hits().stream().findFirst().map(Hit::publishedAt);
  }

  /**
   * The articles behind an answer that says there is none, or which one is the first; empty for
   * other answers, for later pages, and where not all articles were looked at.
   */
  public static Optional<LookedAt> after(
      SearchRequest request, SearchResults results, SearchEngine engine) {
    boolean isFirst =
        request.sort() == SortOrder.OLDEST && request.page() == 1 && request.after().isEmpty();
    return !results.completeness().isLowerBound() && (results.total() == 0 || isFirst)
        ? of(engine, request.query(), request.filters())
        : Optional.empty();
  }

  private static SearchRequest request(QueryNode scope, Filters filters, SortOrder order) {
    return new SearchRequest(scope, filters, order, 1, 1).unfolded().withoutCounts();
  }

  private static OptionalInt sources(SearchEngine engine, QueryNode scope, Filters filters) {
    try {
      return OptionalInt.of(engine.values(FacetField.SOURCE, scope, filters).size());
    } catch (EngineBusyException e) {
      return OptionalInt.empty();
    }
  }

  /** A sentence, the same wherever an answer is shown. */
  public String text() {
    return "Looked at "
        + counted(articles, "article")
        + from()
        + days()
        + dateless()
        + "; "
        + files();
  }

  private String from() {
    return sources.orElse(0) == 0 ? "" : " from " + counted(sources.getAsInt(), "source");
  }

  private String days() {
    if (first.isEmpty() || last.isEmpty()) {
      return "";
    }
    return first.equals(last) ? ", of " + first.get() : ", " + first.get() + " to " + last.get();
  }

  private String dateless() {
    return undated == 0 ? "" : ", " + Note.printed(undated) + " of them undated";
  }

  private String files() {
    return unread == 0
        ? "every file could be read."
        : "%s of the archive could not be read.".formatted(counted(unread, "file or record"));
  }

  private static String counted(long count, String noun) {
    String plural = noun.replace(" or ", "s or ") + "s";
    return (count == 0 ? "no" : Note.printed(count)) + " " + (count == 1 ? noun : plural);
  }
}
