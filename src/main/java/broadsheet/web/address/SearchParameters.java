package broadsheet.web.address;

import broadsheet.engine.FacetField;
import broadsheet.engine.Filters;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an address asks for, checked. Immutable.
 *
 * @param text the query as typed; empty asks for every article
 * @param page from 1
 * @param size hits a page
 * @param sort the order of the hits
 * @param filters what narrows the search beside the query
 * @param showsDuplicates whether near-duplicates stand by themselves instead of under one hit
 */
public record SearchParameters(
    String text, int page, int size, SortOrder sort, Filters filters, boolean showsDuplicates) {

  /** What an address without parameters asks for. */
  public static SearchParameters none() {
    return of(new QueryString(List.of()));
  }

  /**
   * Reads and checks the parameters of an address.
   *
   * @throws Refusal with status 400 naming every wrong parameter and what it takes
   */
  public static SearchParameters of(QueryString given) {
    ParameterReader reader = new ParameterReader(given);
    String text = reader.single(Parameter.Q);
    int size = reader.number(Parameter.SIZE, SearchRequest.MAX_SIZE);
    int page = reader.page(size);
    SortOrder sort = SortOrder.valueOf(reader.choice(Parameter.SORT).toUpperCase(Locale.ROOT));
    boolean showsDuplicates = reader.choice(Parameter.DUPLICATES).equals("show");
    Filters filters = reader.filters();
    reader.refuseComplaints();
    return new SearchParameters(text, page, size, sort, filters, showsDuplicates);
  }

  public SearchRequest request(QueryNode query) {
    SearchRequest request = new SearchRequest(query, filters, sort, page, size);
    return showsDuplicates ? request.unfolded() : request;
  }

  /** The same, but not of one page. */
  public SearchParameters whole() {
    int usual = Integer.parseInt(Parameter.SIZE.standard());
    return new SearchParameters(text, 1, usual, sort, filters, showsDuplicates);
  }

  public SearchParameters withPage(int newPage) {
    return new SearchParameters(text, newPage, size, sort, filters, showsDuplicates);
  }

  /** The first page in another order. */
  public SearchParameters withSort(SortOrder newSort) {
    return new SearchParameters(text, 1, size, newSort, filters, showsDuplicates);
  }

  /** The first page of another query, otherwise the same. */
  public SearchParameters withText(String newText) {
    return new SearchParameters(newText, 1, size, sort, filters, showsDuplicates);
  }

  /** The first page of what these filters leave. */
  public SearchParameters withFilters(Filters newFilters) {
    return new SearchParameters(text, 1, size, sort, newFilters, showsDuplicates);
  }

  /** The first page with every reprint by itself, or with them folded. */
  public SearchParameters withDuplicates(boolean isShowing) {
    return new SearchParameters(text, 1, size, sort, filters, isShowing);
  }

  /** The same as it stands in an address: only what differs from the defaults, and the query. */
  public QueryString toQueryString() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (!text.isEmpty()) {
      pairs.add(new QueryString.Pair(Parameter.Q.label(), text));
    }
    add(pairs, Parameter.PAGE, Integer.toString(page));
    pairs.addAll(choices());
    return new QueryString(pairs);
  }

  /** All but the query and the page: what a new query typed into the search box keeps. */
  public List<QueryString.Pair> choices() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    add(pairs, Parameter.SIZE, Integer.toString(size));
    add(pairs, Parameter.SORT, sort.name().toLowerCase(Locale.ROOT));
    filters.from().ifPresent(day -> add(pairs, Parameter.FROM, day.toString()));
    filters.to().ifPresent(day -> add(pairs, Parameter.TO, day.toString()));
    for (FacetField facet : FacetField.values()) {
      for (String value : filters.values().getOrDefault(facet, List.of())) {
        pairs.add(new QueryString.Pair(facet.label(), value));
      }
    }
    add(pairs, Parameter.DUPLICATES, showsDuplicates ? "show" : "fold");
    return pairs;
  }

  private static void add(List<QueryString.Pair> pairs, Parameter parameter, String value) {
    if (!value.equals(parameter.standard())) {
      pairs.add(new QueryString.Pair(parameter.label(), value));
    }
  }
}
