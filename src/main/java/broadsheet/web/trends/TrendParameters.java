package broadsheet.web.trends;

import broadsheet.address.ParameterReader;
import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.address.TimelineMeasure;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static final List<Parameter> DAYS = List.of(Parameters.FROM, Parameters.TO);

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
    List<String> queries = reader.several(Parameters.COMPARED).stream().distinct().toList();
    ParameterValues own = reader.values(List.of(Parameters.MEASURE, Parameters.UNIT));
    TrendParameters read =
        new TrendParameters(
            queries,
            own.choice(Parameters.MEASURE, TimelineMeasure.class),
            own.chosen(Parameters.UNIT, Unit.class),
            reader.filters());
    reader.refuseComplaints();
    return read;
  }

  TrendParameters measuredBy(TimelineMeasure other) {
    return new TrendParameters(queries, other, unit, filters);
  }

  TrendParameters by(String other) {
    Optional<Unit> chosen =
        new ParameterValues(Map.of(Parameters.UNIT.label(), other))
            .chosen(Parameters.UNIT, Unit.class);
    return new TrendParameters(queries, measure, chosen, filters);
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
    queries.forEach(query -> pairs.add(new QueryString.Pair(Parameters.Q.label(), query)));
    pairs.addAll(choices());
    pairs.addAll(filtered().only(DAYS).pairs());
    return new QueryString(pairs);
  }

  /** Everything but queries and days: the hidden fields of the form. */
  List<QueryString.Pair> choices() {
    List<QueryString.Pair> pairs = new ArrayList<>();
    if (measure != TimelineMeasure.COUNT) {
      pairs.add(new QueryString.Pair(Parameters.MEASURE.label(), measure.label()));
    }
    unit.ifPresent(
        given -> pairs.add(new QueryString.Pair(Parameters.UNIT.label(), given.label())));
    pairs.addAll(filtered().without(Parameters.FROM, Parameters.TO).pairs());
    return pairs;
  }

  private QueryString filtered() {
    return SearchParameters.none().withFilters(filters).toQueryString();
  }
}
