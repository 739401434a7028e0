package broadsheet.address;

import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The checked parameters of a search address. Immutable.
 *
 * @param text the query as typed; empty matches every article
 * @param page the page number, from 1
 * @param after the hit before the page; empty if the page number decides
 * @param size hits per page
 * @param sort the order of the hits
 * @param filters the filters beside the query
 * @param measure the value shown by the bars of the timeline
 * @param showsDuplicates whether near-duplicates are listed separately rather than under one hit
 * @param mode whether articles are found by words alone or by meaning as well
 * @param match whether articles need all the words
 * @param counting the counts of all hits
 * @param isWithWords whether the words that set the hits apart are found
 */
public record SearchParameters(
    String text,
    int page,
    Optional<PageCursor> after,
    int size,
    SortOrder sort,
    Filters filters,
    TimelineMeasure measure,
    boolean showsDuplicates,
    SearchMode mode,
    Match match,
    Counting counting,
    boolean isWithWords) {

  /** The defaults. */
  public static SearchParameters none() {
    return of(new QueryString(List.of()));
  }

  /**
   * Reads and checks the parameters of an address.
   *
   * @throws Refusal with status 400, naming every wrong parameter and the values it takes
   */
  public static SearchParameters of(QueryString given) {
    ParameterReader reader = new ParameterReader(given);
    String text = reader.single(Parameter.Q);
    int size = reader.number(Parameter.SIZE, SearchRequest.MAX_SIZE);
    Optional<PageCursor> after = reader.after();
    int page = reader.page(size, after.isPresent());
    SortOrder sort = SortOrder.valueOf(reader.choice(Parameter.SORT).toUpperCase(Locale.ROOT));
    TimelineMeasure measure =
        TimelineMeasure.valueOf(reader.choice(Parameter.MEASURE).toUpperCase(Locale.ROOT));
    boolean showsDuplicates = reader.choice(Parameter.DUPLICATES).equals("show");
    SearchMode mode = SearchMode.valueOf(reader.choice(Parameter.MODE).toUpperCase(Locale.ROOT));
    Match match = Match.valueOf(reader.choice(Parameter.MATCH).toUpperCase(Locale.ROOT));
    Counting counting = Counting.valueOf(reader.choice(Parameter.COUNTS).toUpperCase(Locale.ROOT));
    boolean isWithWords = reader.choice(Parameter.WORDS).equals("distinctive");
    Filters filters = reader.filters();
    reader.refuseComplaints();
    return new SearchParameters(
        text,
        page,
        after,
        size,
        sort,
        filters,
        measure,
        showsDuplicates,
        mode,
        match,
        counting,
        isWithWords);
  }

  public SearchRequest request(QueryNode query) {
    SearchRequest first =
        new SearchRequest(query, filters, sort, after.isPresent() ? 1 : page, size);
    SearchRequest counted = after.map(first::after).orElse(first).with(counting);
    return (showsDuplicates ? counted.unfolded() : counted).in(mode).matching(match);
  }

  /** The query and its filters only, as kept in a saved search. */
  public SearchParameters asked() {
    return none().withText(text).withFilters(filters);
  }

  /**
   * Reads a path and query string written by {@link #toQueryString}.
   *
   * @throws Refusal as {@link #of} does
   */
  public static SearchParameters parse(String encoded) {
    return of(QueryString.parse(encoded));
  }

  /** A copy that covers the whole result instead of one page. */
  public SearchParameters whole() {
    return asked().withSort(sort).withDuplicates(showsDuplicates).withMode(mode).withMatch(match);
  }

  public SearchParameters withPage(int newPage) {
    return with(copy -> copy.page = newPage);
  }

  /** The page with this number, which begins after a hit. */
  public SearchParameters withPage(int newPage, PageCursor begin) {
    return with(
        copy -> {
          copy.page = newPage;
          copy.after = Optional.of(begin);
        });
  }

  /** The first page in another order. */
  public SearchParameters withSort(SortOrder newSort) {
    return with(copy -> copy.sort = newSort);
  }

  /** The first page of another query, with everything else the same. */
  public SearchParameters withText(String newText) {
    return with(copy -> copy.text = newText);
  }

  /** The first page with other filters. */
  public SearchParameters withFilters(Filters newFilters) {
    return with(copy -> copy.filters = newFilters);
  }

  /** The same page with another timeline measure. */
  public SearchParameters withMeasure(TimelineMeasure newMeasure) {
    return with(
        copy -> {
          copy.page = page;
          copy.after = after;
          copy.measure = newMeasure;
        });
  }

  /** The same page with the words that set the hits apart, or without. */
  public SearchParameters withWords(boolean isWanted) {
    return with(
        copy -> {
          copy.page = page;
          copy.after = after;
          copy.isWithWords = isWanted;
        });
  }

  /** The first page with reprints listed separately, or grouped. */
  public SearchParameters withDuplicates(boolean isShowing) {
    return with(copy -> copy.showsDuplicates = isShowing);
  }

  /** The first page in another search mode. */
  public SearchParameters withMode(SearchMode wanted) {
    return with(copy -> copy.mode = wanted);
  }

  /** The first page with all the words required, or not. */
  public SearchParameters withMatch(Match wanted) {
    return with(copy -> copy.match = wanted);
  }

  private SearchParameters with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** A copy to be changed, of the first page. */
  private static final class Copy {
    private final SearchParameters of;
    private String text;
    private int page = 1;
    private Optional<PageCursor> after = Optional.empty();
    private SortOrder sort;
    private Filters filters;
    private TimelineMeasure measure;
    private boolean showsDuplicates;
    private SearchMode mode;
    private Match match;
    private boolean isWithWords;

    Copy(SearchParameters of) {
      this.of = of;
      text = of.text;
      sort = of.sort;
      filters = of.filters;
      measure = of.measure;
      showsDuplicates = of.showsDuplicates;
      mode = of.mode;
      match = of.match;
    }

    SearchParameters made() {
      return new SearchParameters(
          text,
          page,
          after,
          of.size,
          sort,
          filters,
          measure,
          showsDuplicates,
          mode,
          match,
          of.counting,
          isWithWords);
    }
  }

  /** The query string: the query, and each parameter that differs from its default. */
  public QueryString toQueryString() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (!text.isEmpty()) {
      pairs.add(new QueryString.Pair(Parameter.Q.label(), text));
    }
    add(pairs, Parameter.PAGE, Integer.toString(page));
    after.ifPresent(cursor -> add(pairs, Parameter.AFTER, cursor.text()));
    add(pairs, Parameter.WORDS, isWithWords ? "distinctive" : "none");
    pairs.addAll(choices());
    return new QueryString(pairs);
  }

  /** Everything but the query and the page: kept when a new query is typed into the search box. */
  public List<QueryString.Pair> choices() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    add(pairs, Parameter.SIZE, Integer.toString(size));
    add(pairs, Parameter.SORT, sort.name().toLowerCase(Locale.ROOT));
    filters.from().ifPresent(day -> add(pairs, Parameter.FROM, day.toString()));
    filters.to().ifPresent(day -> add(pairs, Parameter.TO, day.toString()));
    for (FacetField facet : FacetField.values()) {
      for (String value : filters.of(facet)) {
        pairs.add(new QueryString.Pair(facet.label(), value));
      }
    }
    add(pairs, Parameter.MEASURE, measure.label());
    add(pairs, Parameter.DUPLICATES, showsDuplicates ? "show" : "fold");
    add(pairs, Parameter.VERSIONS, filters.versions().name().toLowerCase(Locale.ROOT));
    add(pairs, Parameter.COUNTS, counting.name().toLowerCase(Locale.ROOT));
    add(pairs, Parameter.MATCH, match.name().toLowerCase(Locale.ROOT));
    add(pairs, Parameter.MODE, mode.name().toLowerCase(Locale.ROOT));
    return pairs;
  }

  private static void add(List<QueryString.Pair> pairs, Parameter parameter, String value) {
    if (!value.equals(parameter.standard())) {
      pairs.add(new QueryString.Pair(parameter.label(), value));
    }
  }
}
