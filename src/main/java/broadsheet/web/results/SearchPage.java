package broadsheet.web.results;

import broadsheet.engine.Filters;
import broadsheet.engine.SearchResults;
import broadsheet.engine.SortOrder;
import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Paging;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedDate;
import broadsheet.web.takeaway.ExportFormat;
import broadsheet.web.takeaway.FeedHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The results page.
 *
 * @param frame what stands around it
 * @param view what its JSON twin tells as well
 * @param entries the hits of this page
 * @param clauses when nothing matched as asked: each part of the query with its own search
 * @param didYouMean when nothing matched as asked: other spellings, each with its search
 * @param sorts the orders the hits can come in
 * @param filters what narrows the search beside the query, in words
 * @param withoutFilters the same search with nothing to narrow it
 * @param folded how many reprints are folded away, and the search that shows them; null if none
 * @param paging the way to the other pages
 * @param takeAway all the hits in other forms, and their feed
 */
public record SearchPage(
    PageFrame frame,
    SearchView view,
    List<HitEntry> entries,
    List<ClauseLink> clauses,
    List<SpellingLink> didYouMean,
    List<SortLink> sorts,
    List<ActiveFilter> filters,
    String withoutFilters,
    @Nullable FoldedLink folded,
    Paging paging,
    List<TakeAwayLink> takeAway) {

  /** How many hits are folded under others, and the same search with each by itself. */
  public record FoldedLink(String count, String href) {}

  /** A part of the query, how many articles it finds alone, and the search for it. */
  public record ClauseLink(String text, String count, String href) {}

  /** The query in another spelling, and the search for it. */
  public record SpellingLink(String text, String href) {}

  /** All the hits in another form. */
  public record TakeAwayLink(String label, String href) {}

  /** An order of hits. */
  public record SortLink(String label, String href, boolean isCurrent) {}

  /** Something that narrows the search. */
  public record ActiveFilter(String name, String value) {}

  static SearchPage of(
      PageFrame frame,
      SearchView view,
      SearchParameters parameters,
      SearchResults results,
      List<HitEntry> entries) {
    return new SearchPage(
        frame,
        view,
        entries,
        view.clauses().stream().map(clause -> link(clause, parameters)).toList(),
        view.didYouMean().stream().map(text -> spelling(text, parameters)).toList(),
        Arrays.stream(SortOrder.values()).map(sort -> link(sort, parameters)).toList(),
        active(parameters.filters()),
        parameters.withFilters(Filters.none()).toQueryString().after("/search"),
        folded(parameters, results),
        Paging.of(parameters, results.total() - results.folded()),
        takeAway(parameters));
  }

  /** How many articles: {@code 1,204 articles}, {@code at least 1,204 articles}. */
  public String count() {
    String count = PrintedCount.of(view.total().value(), "article");
    return isExact() ? count : "at least " + count;
  }

  /** Whether all articles were looked at. */
  public boolean isExact() {
    return view.total().relation().equals("eq");
  }

  /** Which of them stand on this page: {@code 11 to 20}. */
  public String range() {
    long first = (view.page() - 1L) * view.size() + 1;
    return PrintedCount.of(first) + " to " + PrintedCount.of(first + entries.size() - 1);
  }

  /** Time spent: {@code 3 ms}. */
  public String took() {
    return view.tookMillis() < 1 ? "under 1 ms" : PrintedCount.of(view.tookMillis()) + " ms";
  }

  private static @Nullable FoldedLink folded(SearchParameters parameters, SearchResults results) {
    return results.folded() == 0
        ? null
        : new FoldedLink(
            PrintedCount.of(results.folded(), "reprint"),
            parameters.withDuplicates(true).toQueryString().after("/search"));
  }

  private static ClauseLink link(SearchView.Clause clause, SearchParameters parameters) {
    return new ClauseLink(
        clause.text(),
        PrintedCount.of(clause.count(), "article"),
        parameters.withText(clause.text()).toQueryString().after("/search"));
  }

  private static SpellingLink spelling(String text, SearchParameters parameters) {
    return new SpellingLink(text, parameters.withText(text).toQueryString().after("/search"));
  }

  private static List<TakeAwayLink> takeAway(SearchParameters parameters) {
    QueryString all = parameters.whole().toQueryString();
    List<TakeAwayLink> links = new ArrayList<>();
    for (ExportFormat format : ExportFormat.values()) {
      links.add(new TakeAwayLink(format.label(), all.after(format.path())));
    }
    links.add(new TakeAwayLink("feed", FeedHandler.address(parameters)));
    return links;
  }

  private static SortLink link(SortOrder sort, SearchParameters parameters) {
    String label =
        switch (sort) {
          case RELEVANCE -> "Relevance";
          case NEWEST -> "Newest first";
          case OLDEST -> "Oldest first";
        };
    String href = parameters.withSort(sort).toQueryString().after("/search");
    return new SortLink(label, href, sort == parameters.sort());
  }

  private static List<ActiveFilter> active(Filters filters) {
    List<ActiveFilter> active = new ArrayList<>();
    filters.from().ifPresent(day -> active.add(new ActiveFilter("From", PrintedDate.of(day))));
    filters.to().ifPresent(day -> active.add(new ActiveFilter("To", PrintedDate.of(day))));
    filters
        .values()
        .forEach(
            (facet, values) ->
                values.forEach(v -> active.add(new ActiveFilter(capital(facet.label()), v))));
    return active;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
