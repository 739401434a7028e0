package broadsheet.web.trends;

import broadsheet.address.Parameter;
import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.TimelineMeasure;
import broadsheet.address.UnknownNames;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.web.openapi.Input;
import broadsheet.web.page.Chart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The checked parameters of a trends address. Immutable.
 *
 * @param queries the queries as typed, distinct, none blank
 * @param measure the value shown by the height of a point
 * @param unit the period of a point; empty to choose one that fits
 * @param filters the filters on all of them
 */
record TrendParameters(
    List<String> queries, TimelineMeasure measure, Optional<Unit> unit, Filters filters) {

  static final String UNIT = "unit";

  private static final String AUTO = "auto";

  /** Search parameters that trends do not use. */
  private static final Set<String> FOREIGN =
      Set.of(
          Parameter.PAGE.label(),
          Parameter.SIZE.label(),
          Parameter.SORT.label(),
          Parameter.AFTER.label(),
          Parameter.DUPLICATES.label(),
          Parameter.WORDS.label());

  TrendParameters {
    queries = List.copyOf(queries);
  }

  /**
   * Reads and checks the parameters of an address.
   *
   * @throws broadsheet.address.Refusal with status 400, naming every wrong parameter and the values
   *     it takes
   */
  static TrendParameters of(QueryString given) {
    ParameterReader reader = new ParameterReader(given);
    List<String> queries = reader.several(Parameter.Q, Chart.MOST_LINES);
    String measure = reader.choice(Parameter.MEASURE);
    String unit = reader.choice(UNIT, units().stream());
    Filters filters = reader.filters();
    reader.refuseComplaints();
    return new TrendParameters(
        queries.stream().distinct().toList(),
        TimelineMeasure.valueOf(measure.toUpperCase(Locale.ROOT)),
        unit.equals(AUTO)
            ? Optional.empty()
            : Optional.of(Unit.valueOf(unit.toUpperCase(Locale.ROOT))),
        filters);
  }

  /** The units allowed in an address; the first is the default. */
  static List<String> units() {
    List<String> units = new ArrayList<>(List.of(AUTO));
    Arrays.stream(Unit.values()).map(Unit::label).forEach(units::add);
    return units;
  }

  /** The parameters as they are described to programs. */
  static List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(Input.of(Parameter.Q).repeatable(Chart.MOST_LINES));
    inputs.add(Input.of(Parameter.MEASURE));
    inputs.add(Input.choice(UNIT, "the period of a point", units()));
    Input.asked().stream()
        .filter(input -> !input.name().equals(Parameter.Q.label()))
        .forEach(inputs::add);
    return inputs;
  }

  /** A sentence for each ignored name in an address. */
  static List<String> strangers(QueryString given) {
    return UnknownNames.notes(given, name -> FOREIGN.contains(name) || isStrange(name));
  }

  private static boolean isStrange(String name) {
    return !name.equals(UNIT) && Parameter.isStrange(name);
  }

  TrendParameters measuredBy(TimelineMeasure other) {
    return new TrendParameters(queries, other, unit, filters);
  }

  TrendParameters by(Optional<Unit> other) {
    return new TrendParameters(queries, measure, other, filters);
  }

  TrendParameters withFilters(Filters others) {
    return new TrendParameters(queries, measure, unit, others);
  }

  TrendParameters asking(List<String> others) {
    return new TrendParameters(others, measure, unit, filters);
  }

  /** The query string: the queries, and each parameter that differs from its default. */
  QueryString toQueryString() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    queries.forEach(query -> pairs.add(new QueryString.Pair(Parameter.Q.label(), query)));
    pairs.addAll(choices());
    filters.from().ifPresent(day -> pairs.add(pair(Parameter.FROM, day)));
    filters.to().ifPresent(day -> pairs.add(pair(Parameter.TO, day)));
    return new QueryString(pairs);
  }

  /** Everything but queries and days: the hidden fields of the form. */
  List<QueryString.Pair> choices() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (measure != TimelineMeasure.COUNT) {
      pairs.add(new QueryString.Pair(Parameter.MEASURE.label(), measure.label()));
    }
    unit.ifPresent(given -> pairs.add(new QueryString.Pair(UNIT, given.label())));
    for (FacetField facet : FacetField.values()) {
      for (String value : filters.values().getOrDefault(facet, List.of())) {
        pairs.add(new QueryString.Pair(facet.label(), value));
      }
    }
    return pairs;
  }

  private static QueryString.Pair pair(Parameter parameter, Object value) {
    return new QueryString.Pair(parameter.label(), value.toString());
  }
}
