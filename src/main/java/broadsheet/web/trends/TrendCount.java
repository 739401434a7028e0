package broadsheet.web.trends;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Queries counted over the periods that fit on a chart.
 *
 * @param queries one per line, in order
 * @param trends the counts, by the unit of the periods
 * @param periods empty if none has hits
 * @param notes a sentence for each way the result differs from the request
 */
record TrendCount(
    List<ParsedQuery> queries, Trends trends, Optional<Periods> periods, List<String> notes) {

  TrendCount {
    queries = List.copyOf(queries);
    notes = List.copyOf(notes);
  }

  /** Counts, using a coarser unit if the requested one gives more points than fit. */
  static TrendCount of(List<ParsedQuery> queries, TrendParameters parameters, SearchEngine engine) {
    List<QueryNode> roots = queries.stream().map(ParsedQuery::root).toList();
    List<String> notes = new ArrayList<>();
    Trends trends = engine.trends(roots, parameters.filters(), parameters.unit());
    Optional<DateSpan> span = Periods.span(trends, parameters.filters());
    while (span.isPresent() && isTooFine(trends.all().unit(), span.get())) {
      Unit unit = coarser(trends.all().unit(), span.get());
      if (notes.isEmpty() && parameters.unit().isPresent()) {
        notes.add(refused(trends.all().unit(), unit, span.get()));
      }
      trends = engine.trends(roots, parameters.filters(), Optional.of(unit));
      span = Periods.span(trends, parameters.filters());
    }
    Trends counted = trends;
    Optional<Periods> periods = span.map(days -> Periods.of(counted, days));
    return new TrendCount(queries, trends, periods, notes);
  }

  /** A copy with more notes. */
  TrendCount noting(List<String> more) {
    List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
    return new TrendCount(queries, trends, periods, all);
  }

  private static boolean isTooFine(Unit unit, DateSpan span) {
    return unit != Unit.YEAR && unit.count(span.first(), span.last()) > Trends.MOST_PERIODS;
  }

  private static Unit coarser(Unit unit, DateSpan span) {
    Unit coarser = unit;
    while (isTooFine(coarser, span)) {
      coarser = coarser.coarser();
    }
    return coarser;
  }

  private static String refused(Unit asked, Unit shown, DateSpan span) {
    return "Shown by %4$s: by %2$s each line would have %1$s points, and only %3$s fit. Choose a shorter time span for more detail."
        .formatted(
            FormattedCount.of(asked.count(span.first(), span.last())),
            PeriodText.noun(asked, 1),
            Trends.MOST_PERIODS,
            PeriodText.noun(shown, 1));
  }
}
