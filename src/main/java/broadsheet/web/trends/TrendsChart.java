package broadsheet.web.trends;

import broadsheet.address.TimelineMeasure;
import broadsheet.web.page.Chart;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.RoundTicks;
import broadsheet.web.trends.TrendsView.PeriodView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out the lines of a view. Not thread-safe. */
final class TrendsChart {
  private static final int STEPS = 4;
  private static final double SMALLEST_SHARE = 1e-6;
  private static final int ROOM = 1_000;
  private final TrendsView view;
  private final Periods periods;
  private final PointLinks links;
  private final boolean isShare;
  private final List<Double> rows;
  private final double top;

  TrendsChart(TrendsView view, Periods periods, PointLinks links) {
    this.view = view;
    this.periods = periods;
    this.links = links;
    isShare = view.measure().equals(TimelineMeasure.SHARE.label());
    List<Double> ticks = RoundTicks.upTo(highest(), STEPS, isShare ? SMALLEST_SHARE : 1);
    top = RoundTicks.end(ticks, highest());
    rows = ticks.stream().filter(tick -> tick <= top).toList();
  }

  Chart chart() {
    return Chart.of(
        label(),
        rows.stream().map(this::row).toList(),
        TimeTicks.of(periods),
        IntStream.range(0, view.queries().size()).mapToObj(this::line).toList(),
        view.periods().size());
  }

  private String label() {
    return "%s by %s; each point links to its articles"
        .formatted(isShare ? "Share of all articles" : "Articles", view.unit());
  }

  private double highest() {
    return view.periods().stream()
        .flatMap(period -> heights(period).stream())
        .filter(Objects::nonNull)
        .mapToDouble(Number::doubleValue)
        .max()
        .orElse(0);
  }

  private List<? extends @Nullable Number> heights(PeriodView period) {
    return isShare ? period.shares() : period.counts();
  }

  private Chart.Tick row(double value) {
    String label = isShare ? FormattedCount.percent(value) : FormattedCount.of(Math.round(value));
    return new Chart.Tick(percent(down(value)), label, "", false);
  }

  /** The distance of a value from the top, 0 to 1. */
  private double down(double value) {
    return 1 - value / top;
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.2f%%", part * 100);
  }

  private Chart.Line line(int index) {
    StringBuilder path = new StringBuilder();
    List<Chart.Point> points = new ArrayList<>();
    boolean isGap = true;
    for (int i = 0; i < view.periods().size(); i++) {
      PeriodView period = view.periods().get(i);
      Number height = heights(period).get(index);
      if (height != null) {
        path.append(step(isGap, i, height.doubleValue()));
        if (height.doubleValue() > 0) {
          points.add(point(index, i, period, height.doubleValue()));
        }
      }
      isGap = height == null;
    }
    return new Chart.Line(index + 1, path.toString(), points);
  }

  /** Draws to a point or, at the end of a gap, starts again with a dot. */
  private String step(boolean isAfterGap, int at, double height) {
    double x = (at + 0.5) * ROOM / view.periods().size();
    String form = isAfterGap ? "M%.1f %.1fh0" : "L%.1f %.1f";
    return String.format(Locale.ROOT, form, x, down(height) * ROOM);
  }

  private Chart.Point point(int line, int at, PeriodView period, double height) {
    Long count = period.counts().get(line);
    String title =
        "%s, %s: %s"
            .formatted(
                view.queries().get(line).query().text(),
                DateLabel.of(periods.starts().get(at), periods.unit()),
                PointLinks.value(count == null ? 0 : count, period.articles()));
    return new Chart.Point(
        TimeTicks.place(at, view.periods().size()),
        percent(down(height)),
        links.to(line, periods.days(at)),
        title);
  }
}
