package broadsheet.address;

import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checked parameters of a search address. Immutable.
 *
 * @param values all but the filters
 * @param filters the filters beside the query
 */
public record SearchParameters(ParameterValues values, Filters filters) {

  private static final List<Parameter> VALUES =
      List.of(
          Parameters.Q,
          Parameters.SIZE,
          Parameters.SORT,
          Parameters.MEASURE,
          Parameters.DUPLICATES,
          Parameters.MODE,
          Parameters.MATCH,
          Parameters.COUNTS,
          Parameters.WORDS,
          Parameters.ANSWERS);

  private static final SearchParameters NONE = of(new QueryString(List.of()));

  /** The defaults. */
  public static SearchParameters none() {
    return NONE;
  }

  /**
   * Reads and checks the parameters of an address.
   *
   * @throws Refusal with status 400, naming every wrong parameter and the values it takes
   */
  public static SearchParameters of(QueryString given) {
    return of(new ParameterReader(given));
  }

  /**
   * The same for any front end.
   *
   * @throws Refusal as {@link #of(QueryString)} does
   */
  public static SearchParameters of(ParameterReader reader) {
    ParameterValues values = reader.values(VALUES);
    Optional<PageCursor> after = reader.after();
    int page = reader.page(values.number(Parameters.SIZE), after.isPresent());
    SearchParameters read =
        new SearchParameters(
            values
                .with(Parameters.PAGE, Integer.toString(page))
                .with(Parameters.AFTER, after.map(PageCursor::text).orElse("")),
            reader.filters());
    reader.refuseComplaints();
    return read;
  }

  /** The query as typed; empty matches every article. */
  public String text() {
    return values.text(Parameters.Q);
  }

  /** The page number, from 1. */
  public int page() {
    return values.number(Parameters.PAGE);
  }

  /** The hit before the page; empty if the page number decides. */
  public Optional<PageCursor> after() {
    return Optional.of(values.text(Parameters.AFTER))
        .filter(text -> !text.isEmpty())
        .map(PageCursor::parse);
  }

  /** Hits per page. */
  public int size() {
    return values.number(Parameters.SIZE);
  }

  /** The order of the hits. */
  public SortOrder sort() {
    return values.choice(Parameters.SORT, SortOrder.class);
  }

  /** The value shown by the bars of the timeline. */
  public TimelineMeasure measure() {
    return values.choice(Parameters.MEASURE, TimelineMeasure.class);
  }

  /** Whether near-duplicates are listed separately rather than under one hit. */
  public boolean showsDuplicates() {
    return values.isOn(Parameters.DUPLICATES);
  }

  /** Whether articles are found by words alone or by meaning as well. */
  public SearchMode mode() {
    return values.choice(Parameters.MODE, SearchMode.class);
  }

  /** Whether articles need all the words. */
  public Match match() {
    return values.choice(Parameters.MATCH, Match.class);
  }

  /** Whether the words that set the hits apart are found. */
  public boolean isWithWords() {
    return values.isOn(Parameters.WORDS);
  }

  /** Whether the first page by relevance tells which sentences answer a question. */
  public boolean isAnswering() {
    return !values.isOn(Parameters.ANSWERS)
        && sort() == SortOrder.RELEVANCE
        && page() == 1
        && after().isEmpty();
  }

  public SearchRequest request(QueryNode query) {
    Optional<PageCursor> begin = after();
    SearchRequest first =
        new SearchRequest(query, filters, sort(), begin.isPresent() ? 1 : page(), size());
    SearchRequest counted =
        begin
            .map(first::after)
            .orElse(first)
            .with(values.choice(Parameters.COUNTS, Counting.class));
    return (showsDuplicates() ? counted.unfolded() : counted).in(mode()).matching(match());
  }

  /** The query and its filters only, as kept in a saved search. */
  public SearchParameters asked() {
    return none().withText(text()).withFilters(filters);
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
    return asked()
        .withSort(sort())
        .withDuplicates(showsDuplicates())
        .withMode(mode())
        .withMatch(match());
  }

  public SearchParameters withPage(int newPage) {
    return first(Parameters.PAGE, Integer.toString(newPage));
  }

  /** The page with this number, which begins after a hit. */
  public SearchParameters withPage(int newPage, PageCursor begin) {
    return withPage(newPage).with(Parameters.AFTER, begin.text());
  }

  /** The first page, with this many hits. */
  public SearchParameters withSize(int hits) {
    return first(Parameters.SIZE, Integer.toString(hits));
  }

  /** The first page in another order. */
  public SearchParameters withSort(SortOrder newSort) {
    return first(Parameters.SORT, Parameter.label(newSort));
  }

  /** The first page of another query, with everything else the same. */
  public SearchParameters withText(String newText) {
    return first(Parameters.Q, newText);
  }

  /** The first page with other filters. */
  public SearchParameters withFilters(Filters newFilters) {
    return new SearchParameters(first().values, newFilters);
  }

  /** The same page with another timeline measure. */
  public SearchParameters withMeasure(TimelineMeasure newMeasure) {
    return withWords(false).with(Parameters.MEASURE, newMeasure.label());
  }

  /** The same page with the words that set the hits apart, or without. */
  public SearchParameters withWords(boolean isWanted) {
    return with(Parameters.WORDS, word(Parameters.WORDS, isWanted));
  }

  /** The first page with reprints listed separately, or grouped. */
  public SearchParameters withDuplicates(boolean isShowing) {
    return first(Parameters.DUPLICATES, word(Parameters.DUPLICATES, isShowing));
  }

  /** The first page in another search mode. */
  public SearchParameters withMode(SearchMode wanted) {
    return first(Parameters.MODE, Parameter.label(wanted));
  }

  /** The same page with answers, or without. */
  public SearchParameters withAnswers(boolean isAnswering) {
    return with(Parameters.ANSWERS, word(Parameters.ANSWERS, !isAnswering));
  }

  /** The first page with all the words required, or not. */
  public SearchParameters withMatch(Match wanted) {
    return first(Parameters.MATCH, Parameter.label(wanted));
  }

  private static String word(Parameter either, boolean isOther) {
    return isOther ? either.choices().getLast() : either.standard();
  }

  private SearchParameters first(Parameter parameter, String value) {
    return first().with(parameter, value);
  }

  private SearchParameters first() {
    return new SearchParameters(
        values.usual(Parameters.PAGE, Parameters.AFTER, Parameters.WORDS), filters);
  }

  private SearchParameters with(Parameter parameter, String value) {
    return new SearchParameters(values.with(parameter, value), filters);
  }

  /** The query string: the query, and each parameter that differs from its default. */
  public QueryString toQueryString() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    add(pairs, Parameters.Q, Parameters.PAGE, Parameters.AFTER, Parameters.WORDS);
    pairs.addAll(choices());
    return new QueryString(pairs);
  }

  /** Everything but the query and the page: kept when a new query is typed into the search box. */
  public List<QueryString.Pair> choices() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    add(pairs, Parameters.SIZE, Parameters.SORT);
    filters.from().ifPresent(day -> add(pairs, Parameters.FROM, day.toString()));
    filters.to().ifPresent(day -> add(pairs, Parameters.TO, day.toString()));
    for (FacetField facet : FacetField.values()) {
      for (String value : filters.of(facet)) {
        pairs.add(new QueryString.Pair(facet.label(), value));
      }
    }
    add(pairs, Parameters.MEASURE, Parameters.DUPLICATES);
    add(pairs, Parameters.VERSIONS, Parameter.label(filters.versions()));
    add(pairs, Parameters.COUNTS, Parameters.MATCH, Parameters.MODE, Parameters.ANSWERS);
    return pairs;
  }

  private void add(List<QueryString.Pair> pairs, Parameter... parameters) {
    for (Parameter parameter : parameters) {
      add(pairs, parameter, values.text(parameter));
    }
  }

  private static void add(List<QueryString.Pair> pairs, Parameter parameter, String value) {
    if (!value.equals(parameter.standard())) {
      pairs.add(new QueryString.Pair(parameter.label(), value));
    }
  }
}
