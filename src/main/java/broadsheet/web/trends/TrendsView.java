package broadsheet.web.trends;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.QueryView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries over time. Component names are the JSON keys of {@code /trends.json}; page and CSV show
 * the same.
 *
 * @param unit {@code day}, {@code week}, {@code month} or {@code year}
 * @param measure the value shown by the points on the page, by which peaks are ranked
 * @param notes a sentence for each way the result differs from the request
 * @param queries one per line
 * @param lookedAt the articles among which was counted, in a sentence; empty if not all were
 * @param periods in order, without gaps; empty if none has hits
 */
public record TrendsView(
    String unit,
    String measure,
    List<String> notes,
    List<QueryTrend> queries,
    String lookedAt,
    List<PeriodView> periods) {

  /**
   * One query.
   *
   * @param query the query, its interpretation, and notes on parts left out
   * @param total the number of matching articles
   * @param undated the number of them without a known date
   * @param imprecise the number of them with a date too imprecise for one period
   * @param outside the number of them outside the periods listed
   * @param peak the highest point; null if there is none
   */
  public record QueryTrend(
      QueryView query,
      Total total,
      long undated,
      long imprecise,
      long outside,
      @Nullable PeakView peak) {}

  /**
   * The number of articles that match.
   *
   * @param relation {@code eq} if exact; {@code gte} if at least this many, as a note says
   */
  public record Total(long value, String relation) {
    static Total of(Timeline timeline) {
      return new Total(timeline.total(), timeline.completeness().isLowerBound() ? "gte" : "eq");
    }
  }

  /**
   * One period.
   *
   * @param start its first day
   * @param end its last day
   * @param articles the number of its articles that pass the filters
   * @param counts the number of them that match each query; null if there are no articles
   * @param shares {@code counts} divided by {@code articles}, 0 to 1; null if there are no articles
   */
  public record PeriodView(
      String start,
      String end,
      long articles,
      List<@Nullable Long> counts,
      List<@Nullable Double> shares) {

    public PeriodView {
      counts = Collections.unmodifiableList(new ArrayList<>(counts));
      shares = Collections.unmodifiableList(new ArrayList<>(shares));
    }

    static PeriodView of(LocalDate start, LocalDate end, long articles, List<Long> counts) {
      return new PeriodView(
          start.toString(),
          end.toString(),
          articles,
          counts.stream().<@Nullable Long>map(count -> articles == 0 ? null : count).toList(),
          counts.stream()
              .<@Nullable Double>map(
                  count -> articles == 0 ? null : Double.valueOf((double) count / articles))
              .toList());
    }
  }

  /** Finds the peak of a line among the periods; null if it has none or peaks are not wanted. */
  interface PeakFinder {
    @Nullable PeakView peak(int line, List<PeriodView> periods);
  }

  static TrendsView of(
      TrendCount count, TrendParameters parameters, String lookedAt, PeakFinder finder) {
    List<PeriodView> periods =
        count.periods().map(those -> periods(count, those)).orElse(List.of());
    List<QueryTrend> queries = new ArrayList<>();
    for (int i = 0; i < count.queries().size(); i++) {
      queries.add(trend(count, i, periods, finder.peak(i, periods)));
    }
    List<String> notes = new ArrayList<>(count.notes());
    if (!count.trends().all().isComplete()) {
      notes.add("The search ran out of time before counting all articles, so shares are too high.");
    }
    return new TrendsView(
        count.trends().all().unit().label(),
        parameters.measure().label(),
        List.copyOf(notes),
        List.copyOf(queries),
        lookedAt,
        periods);
  }

  private static List<PeriodView> periods(TrendCount count, Periods periods) {
    List<Long> all = periods.counts(count.trends().all());
    List<List<Long>> lines =
        count.trends().lines().stream().map(line -> periods.counts(line.timeline())).toList();
    List<PeriodView> views = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int at = i;
      views.add(
          PeriodView.of(
              periods.starts().get(i),
              periods.days(i).last(),
              all.get(i),
              lines.stream().map(line -> line.get(at)).toList()));
    }
    return List.copyOf(views);
  }

  private static QueryTrend trend(
      TrendCount count, int index, List<PeriodView> periods, @Nullable PeakView peak) {
    ParsedQuery query = count.queries().get(index);
    Trends.Line line = count.trends().lines().get(index);
    Timeline timeline = line.timeline();
    long shown = 0;
    for (PeriodView period : periods) {
      Long here = period.counts().get(index);
      shown += here == null ? 0 : here;
    }
    return new QueryTrend(
        QueryView.of(query).and(Note.texts(line.notes())),
        Total.of(timeline),
        timeline.undated(),
        timeline.imprecise(),
        timeline.total() - timeline.undated() - timeline.imprecise() - shown,
        peak);
  }
}
