package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.address.TimelineMeasure;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.operation.ArchiveOperation;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.trends.TrendsHandler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hits over time as bars, each linking to the hits of its period.
 *
 * @param unit the period of a bar, such as {@code month}
 * @param bars one after the other, including those without hits
 * @param first the period of the first bar; of a week its first day
 * @param last the period of the last bar, likewise
 * @param top the value of the highest bar
 * @param isShare whether bars show shares of all articles rather than counts
 * @param countHref the same page with counts
 * @param shareHref the same page with shares
 * @param trendsHref the page that compares this search with others over time
 */
public record TimelineChart(
    String unit,
    List<Bar> bars,
    String first,
    String last,
    String top,
    boolean isShare,
    String countHref,
    String shareHref,
    String trendsHref) {

  /** The height of the highest bar; each bar has a slot {@value #STEP} wide. */
  private static final int HEIGHT = 100;

  private static final int STEP = 10;

  /** Beyond this number of bars, periods without hits are left out. */
  private static final int MOST_BARS = 400;

  /**
   * The hits of one period.
   *
   * @param x the left edge of its slot
   * @param height 0 to {@value #HEIGHT}
   * @param value {@code 12 articles}, {@code 2.1 %, 12 of 573 articles}
   * @param href empty if there are no hits
   */
  public record Bar(String time, String value, int x, int height, String href) {

    /** Its top edge, measured from above. */
    public int y() {
      return HEIGHT - height;
    }
  }

  /**
   * The chart of some hits.
   *
   * @param all all articles that pass the same filters, by the same unit; empty for counts
   * @return empty if there are fewer than two bars
   */
  public static Optional<TimelineChart> of(
      Timeline hits, Optional<Timeline> all, SearchParameters parameters) {
    List<Slot> slots = slots(hits, all);
    if (slots.size() < 2) {
      return Optional.empty();
    }
    double highest =
        slots.stream().mapToDouble(slot -> slot.measured(all.isPresent())).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Slot slot : slots) {
      int height = (int) Math.ceil(HEIGHT * slot.measured(all.isPresent()) / highest);
      bars.add(
          new Bar(
              DateLabel.of(slot.start, hits.unit()),
              slot.printed(all.isPresent()),
              bars.size() * STEP,
              height,
              slot.count == 0 ? "" : href(slot.start, hits.unit(), parameters)));
    }
    return Optional.of(
        new TimelineChart(
            hits.unit().label(),
            bars,
            ofAxis(bars.getFirst()),
            ofAxis(bars.getLast()),
            all.isPresent() ? percent(highest) : FormattedCount.of((long) highest),
            all.isPresent(),
            parameters.withMeasure(TimelineMeasure.COUNT).toQueryString().after("/search"),
            parameters.withMeasure(TimelineMeasure.SHARE).toQueryString().after("/search"),
            parameters
                .toQueryString()
                .only(ArchiveOperation.TRENDS.parameters())
                .after(TrendsHandler.PATH)));
  }

  /** The unit is named beside the axis. */
  private static String ofAxis(Bar bar) {
    return bar.time.replaceFirst("^week of ", "");
  }

  /** The total width of the bars. */
  public int width() {
    return bars.size() * STEP;
  }

  /** A period with its number of hits and of all its articles, or 0 if those are not known. */
  private record Slot(LocalDate start, long count, long all) {

    double measured(boolean isShare) {
      return isShare ? all == 0 ? 0 : (double) count / all : count;
    }

    String printed(boolean isShare) {
      return isShare
          ? "%s, %s of %s"
              .formatted(
                  percent(measured(true)),
                  FormattedCount.of(count),
                  FormattedCount.of(all, "article"))
          : FormattedCount.of(count, "article");
    }
  }

  private static List<Slot> slots(Timeline hits, Optional<Timeline> all) {
    Map<LocalDate, Long> counts = counts(hits);
    Map<LocalDate, Long> alls = all.map(TimelineChart::counts).orElse(Map.of());
    List<Slot> slots = new ArrayList<>();
    for (LocalDate start : starts(hits)) {
      slots.add(new Slot(start, counts.getOrDefault(start, 0L), alls.getOrDefault(start, 0L)));
    }
    return slots;
  }

  private static List<LocalDate> starts(Timeline hits) {
    List<LocalDate> filled = hits.buckets().stream().map(Timeline.Bucket::start).toList();
    if (filled.isEmpty() || hits.unit().count(filled.getFirst(), filled.getLast()) > MOST_BARS) {
      return filled;
    }
    List<LocalDate> starts = new ArrayList<>();
    LocalDate last = filled.getLast();
    for (LocalDate day = filled.getFirst(); !day.isAfter(last); day = hits.unit().next(day)) {
      starts.add(day);
    }
    return starts;
  }

  private static Map<LocalDate, Long> counts(Timeline timeline) {
    Map<LocalDate, Long> counts = new HashMap<>();
    timeline.buckets().forEach(bucket -> counts.put(bucket.start(), bucket.count()));
    return counts;
  }

  /** The search narrowed to a period, within its own bounds. */
  static String href(LocalDate start, Timeline.Unit unit, SearchParameters parameters) {
    Filters filters = parameters.filters();
    LocalDate end = unit.endOf(start);
    LocalDate from = filters.from().filter(day -> day.isAfter(start)).orElse(start);
    LocalDate to = filters.to().filter(day -> day.isBefore(end)).orElse(end);
    Filters narrower = filters.between(Optional.of(from), Optional.of(to));
    return parameters.withFilters(narrower).toQueryString().after("/search");
  }

  /** A share in words: {@code 2.1 %}. */
  private static String percent(double share) {
    return FormattedCount.percent(share);
  }
}
