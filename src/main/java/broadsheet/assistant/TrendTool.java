package broadsheet.assistant;

import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.engine.result.Trends;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts articles over time. */
final class TrendTool implements ArchiveTool {

  /**
   * Queries over time.
   *
   * @param unit the length of a period; longer than requested if there would be too many periods
   * @param queries in their order, without repetitions
   * @param periods those with a match of any query, in order
   * @param left the number of earlier periods left out because there are still too many
   * @param lookedAt the articles among which was counted; empty if not all were
   * @param notes how the answer differs from what was asked
   */
  record Answer(
      String unit,
      List<Line> queries,
      List<Period> periods,
      long left,
      String lookedAt,
      List<String> notes) {}

  /**
   * One query.
   *
   * @param articles the number of matching articles
   * @param isExact whether all articles were examined; if not, the numbers are lower bounds
   * @param undated the number of matches in no period, because their date is unknown or less
   *     precise
   * @param clauses if nothing matches: what each part of the query finds alone
   */
  record Line(
      QueryRead query, long articles, boolean isExact, long undated, List<PartFound> clauses) {}

  /**
   * One period.
   *
   * @param start its first day
   * @param articles the number of articles that the archive has from this period, within the
   *     requested days
   * @param counts the number of matches for each query
   */
  record Period(String start, long articles, List<Long> counts) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.TRENDS;
  }

  @Override
  public String description() {
    return "Counts how many articles match each of up to "
        + Parameters.MOST_QUERIES
        + " queries by day, week, month or year, beside all articles of the same period. Use it to"
        + " see when something was news, or to compare coverage.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    List<ParsedQuery> queries = call.queries().stream().map(call.parser()).toList();
    List<QueryNode> roots = queries.stream().map(ParsedQuery::root).toList();
    Filters filters = call.filters();
    Optional<Unit> asked = call.values().chosen(Parameters.UNIT, Unit.class);
    Trends trends = engine.trends(roots, filters, asked);
    Map<LocalDate, List<Long>> counts = counts(trends);
    while (counts.size() > Trends.MOST_PERIODS && trends.all().unit() != Unit.YEAR) {
      Unit coarser = trends.all().unit().coarser();
      trends = engine.trends(roots, filters, Optional.of(coarser));
      counts = counts(trends);
    }
    List<Line> lines = lines(queries, trends, filters, engine);
    String lookedAt =
        trends.all().isComplete() ? LookedAt.in(engine, new QueryNode.Everything(), filters) : "";
    return answer(lines, trends, counts, lookedAt, notes(asked, trends.all().unit()));
  }

  private static List<String> notes(Optional<Unit> asked, Unit used) {
    return asked
        .filter(unit -> unit != used)
        .map(
            unit ->
                ("Counted by %s, not by %s as asked: there would be too many periods. Ask for"
                        + " fewer days with from and to.")
                    .formatted(used.label(), unit.label()))
        .stream()
        .toList();
  }

  /** Counts the matches of each query, by the first day of each period with any match. */
  private static Map<LocalDate, List<Long>> counts(Trends trends) {
    int lines = trends.lines().size();
    Map<LocalDate, List<Long>> counts = new TreeMap<>();
    for (int line = 0; line < lines; line++) {
      for (Timeline.Bucket bucket : trends.lines().get(line).timeline().buckets()) {
        counts
            .computeIfAbsent(bucket.start(), _ -> new ArrayList<>(Collections.nCopies(lines, 0L)))
            .set(line, bucket.count());
      }
    }
    return counts;
  }

  private static List<Line> lines(
      List<ParsedQuery> queries, Trends trends, Filters filters, SearchEngine engine) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      Trends.Line line = trends.lines().get(i);
      QueryNode root = queries.get(i).root();
      long found = line.timeline().total();
      lines.add(line(queries.get(i), line, PartFound.ofNothing(found, root, filters, engine)));
    }
    return lines;
  }

  private static Answer answer(
      List<Line> lines,
      Trends trends,
      Map<LocalDate, List<Long>> counts,
      String lookedAt,
      List<String> notes) {
    Map<LocalDate, Long> all = new HashMap<>();
    trends.all().buckets().forEach(bucket -> all.put(bucket.start(), bucket.count()));
    long left = Math.max(0, counts.size() - Trends.MOST_PERIODS);
    return new Answer(
        trends.all().unit().label(),
        lines,
        counts.entrySet().stream()
            .skip(left)
            .map(
                period ->
                    new Period(
                        period.getKey().toString(),
                        all.getOrDefault(period.getKey(), 0L),
                        period.getValue()))
            .toList(),
        left,
        lookedAt,
        notes);
  }

  private static Line line(ParsedQuery query, Trends.Line line, List<PartFound> clauses) {
    Timeline timeline = line.timeline();
    return new Line(
        QueryRead.of(query, line.notes()),
        timeline.total(),
        !timeline.completeness().isLowerBound(),
        timeline.undated() + timeline.imprecise(),
        clauses);
  }
}
