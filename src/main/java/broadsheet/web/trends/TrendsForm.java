package broadsheet.web.trends;

import broadsheet.address.QueryString;
import broadsheet.address.TimelineMeasure;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.export.ByteOrderMark;
import broadsheet.operation.Parameters;
import broadsheet.web.page.Chart;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The form of the trends page, and the choices on it.
 *
 * @param fields the queries; a blank field if there is none
 * @param more blank fields, up to the limit
 * @param from the first day; empty for no bound
 * @param to the last day; empty for no bound
 * @param hidden the hidden fields
 * @param measures the values that points may show
 * @param units the periods a point may cover
 * @param filters the filters on all queries, in words
 * @param withoutFilters the same page without filters
 * @param takeAway downloads of the data
 */
public record TrendsForm(
    List<Field> fields,
    List<Field> more,
    String from,
    String to,
    List<QueryString.Pair> hidden,
    List<Choice> measures,
    List<Choice> units,
    List<ActiveFilter> filters,
    String withoutFilters,
    List<Link> takeAway) {

  /** A field for a query, numbered from 1. */
  public record Field(int number, String value) {}

  /** A choice between ways to show the same data. */
  public record Choice(String label, String href, boolean isCurrent) {}

  /** An active filter. */
  public record ActiveFilter(String name, String value) {}

  /** A labelled link. */
  public record Link(String label, String href) {}

  static TrendsForm of(TrendParameters parameters) {
    QueryString same = parameters.toQueryString();
    return new TrendsForm(
        IntStream.range(0, shown(parameters))
            .mapToObj(i -> field(parameters.queries(), i))
            .toList(),
        IntStream.range(shown(parameters), Chart.MOST_LINES)
            .mapToObj(i -> field(parameters.queries(), i))
            .toList(),
        parameters.filters().from().map(Object::toString).orElse(""),
        parameters.filters().to().map(Object::toString).orElse(""),
        parameters.choices(),
        Arrays.stream(TimelineMeasure.values())
            .map(measure -> choice(measure, parameters))
            .toList(),
        units(parameters),
        active(parameters.filters()),
        href(parameters.withFilters(Filters.none())),
        List.of(
            new Link("CSV", ByteOrderMark.asked(same).after(TrendsHandler.CSV)),
            new Link("JSON", same.after(TrendsHandler.JSON))));
  }

  static String href(TrendParameters parameters) {
    return parameters.toQueryString().after(TrendsHandler.PATH);
  }

  private static int shown(TrendParameters parameters) {
    return Math.max(1, parameters.queries().size());
  }

  private static Field field(List<String> queries, int index) {
    return new Field(index + 1, index < queries.size() ? queries.get(index) : "");
  }

  private static Choice choice(TimelineMeasure measure, TrendParameters parameters) {
    String label =
        switch (measure) {
          case COUNT -> "Articles";
          case SHARE -> "Share of all";
        };
    return new Choice(label, href(parameters.measuredBy(measure)), measure == parameters.measure());
  }

  private static List<Choice> units(TrendParameters parameters) {
    String now = parameters.unit().map(Unit::label).orElse(Parameters.UNIT.standard());
    return Parameters.UNIT.choices().stream()
        .map(unit -> new Choice(capital(unit), href(parameters.by(unit)), unit.equals(now)))
        .toList();
  }

  private static List<ActiveFilter> active(Filters filters) {
    List<ActiveFilter> active = new ArrayList<>();
    filters.from().ifPresent(day -> active.add(new ActiveFilter("From", DateLabel.of(day))));
    filters.to().ifPresent(day -> active.add(new ActiveFilter("To", DateLabel.of(day))));
    for (FacetField facet : FacetField.values()) {
      filters
          .of(facet)
          .forEach(
              value ->
                  active.add(new ActiveFilter(facet.title(), FormattedValue.of(facet, value))));
    }
    return active;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
