package broadsheet.web.trends;

import broadsheet.address.TimelineMeasure;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.Timeline.Unit;
import broadsheet.web.page.Chart;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.WordsBasis;
import broadsheet.web.page.WordsView;
import broadsheet.web.trends.TrendsView.PeriodView;
import broadsheet.web.trends.TrendsView.QueryTrend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The trends page.
 *
 * @param frame the page frame
 * @param form the form, filled in
 * @param view the data, as in its JSON twin
 * @param chart null if there are no points to draw
 * @param legend one entry per line
 * @param peaks the highest point of each line that has one
 * @param rows the table
 * @param takeAway downloads of the data
 * @param examples trends to try if no query is given
 */
public record TrendsPage(
    PageFrame frame,
    TrendsForm form,
    TrendsView view,
    @Nullable Chart chart,
    List<Legend> legend,
    List<Peak> peaks,
    List<Row> rows,
    List<TrendsForm.Link> takeAway,
    List<TrendsForm.Link> examples) {
  private static final String HAVING = "in %s of %s from then, in %s of %s from before and after";

  /**
   * The legend of a line.
   *
   * @param number the number of the line, from 1
   * @param query the query as typed
   * @param reading its interpretation; empty if that adds nothing
   * @param notes the parts that were repaired, left out or cut short
   * @param total the number of matching articles
   * @param apart the number of them in no point, in words; empty if all are
   * @param href the search for all of them
   */
  public record Legend(
      int number,
      String query,
      String reading,
      List<String> notes,
      String total,
      List<String> apart,
      String href) {}

  /**
   * The highest point of a line.
   *
   * @param value its height, in words
   * @param href the search for its articles
   * @param words its distinctive words
   * @param basis the number of articles that the words are based on, in words; empty if the time
   *     ran out first
   */
  public record Peak(
      int number,
      String query,
      String period,
      String value,
      String href,
      List<WordLink> words,
      String basis) {}

  /** A word, the number of articles read that contain it, and the search for them. */
  public record WordLink(String text, String hint, String href) {}

  /** A row of the table. */
  public record Row(String period, String articles, List<Cell> cells) {}

  /** The value of a line in a period, and the search for it; empty if nothing matches. */
  public record Cell(String text, String href) {}

  static TrendsPage of(
      PageFrame frame,
      TrendsForm form,
      TrendsView view,
      Optional<Periods> periods,
      PointLinks links,
      List<TrendsForm.Link> examples) {
    return new TrendsPage(
        frame,
        form,
        view,
        periods.map(those -> new TrendsChart(view, those, links).chart()).orElse(null),
        IntStream.range(0, view.queries().size()).mapToObj(i -> legend(view, i, links)).toList(),
        periods.map(those -> peaks(view, those, links)).orElse(List.of()),
        periods.map(those -> rows(view, those, links)).orElse(List.of()),
        view.queries().isEmpty() ? List.of() : form.takeAway(),
        examples);
  }

  private static Legend legend(TrendsView view, int index, PointLinks links) {
    QueryTrend trend = view.queries().get(index);
    boolean isExact = trend.total().relation().equals("eq");
    return new Legend(
        index + 1,
        trend.query().text(),
        trend.query().reading().equals(trend.query().text()) ? "" : trend.query().reading(),
        trend.query().notes(),
        FoundCount.articles(trend.total().value(), isExact),
        apart(view, trend),
        links.all(index));
  }

  private static List<String> apart(TrendsView view, QueryTrend trend) {
    List<String> apart = new ArrayList<>();
    if (trend.undated() > 0) {
      apart.add(FormattedCount.of(trend.undated()) + " undated");
    }
    if (trend.imprecise() > 0) {
      apart.add(
          "%s dated less precisely than to a %s"
              .formatted(FormattedCount.of(trend.imprecise()), view.unit()));
    }
    if (trend.outside() > 0) {
      apart.add(FormattedCount.of(trend.outside()) + " outside the years shown");
    }
    return apart;
  }

  private static List<Peak> peaks(TrendsView view, Periods periods, PointLinks links) {
    List<Peak> peaks = new ArrayList<>();
    for (int i = 0; i < view.queries().size(); i++) {
      PeakView peak = view.queries().get(i).peak();
      if (peak != null) {
        peaks.add(peak(view, i, peak, periods, links));
      }
    }
    return peaks;
  }

  private static Peak peak(
      TrendsView view, int line, PeakView peak, Periods periods, PointLinks links) {
    LocalDate start = LocalDate.parse(peak.start());
    DateSpan days = periods.days(periods.starts().indexOf(start));
    WordsBasis basis = new WordsBasis(new WordsView(peak.words(), peak.read()));
    return new Peak(
        line + 1,
        view.queries().get(line).query().text(),
        DateLabel.of(start, periods.unit()),
        PointLinks.value(peak.count(), peak.articles()),
        links.to(line, days),
        peak.words().stream()
            .map(
                word ->
                    new WordLink(
                        word.text(),
                        basis.having(word, HAVING),
                        links.with(word.text(), line, days)))
            .toList(),
        basis(basis, periods.unit()));
  }

  private static String basis(WordsBasis basis, Unit unit) {
    if (!basis.isTold()) {
      return "";
    }
    String read =
        basis.read(
            "%s read from then, %s from the three "
                + PeriodText.noun(unit, Peaks.NEIGHBOURS)
                + " before and after");
    if (!basis.isEnough()) {
      return "Too few articles to say what sets it apart (" + read + ").";
    }
    return basis.view().words().isEmpty() ? "No word sets it apart (" + read + ")." : read;
  }

  private static List<Row> rows(TrendsView view, Periods periods, PointLinks links) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < view.periods().size(); i++) {
      PeriodView period = view.periods().get(i);
      rows.add(
          new Row(
              DateLabel.of(periods.starts().get(i), periods.unit()),
              FormattedCount.of(period.articles()),
              cells(view, period, periods.days(i), links)));
    }
    return rows;
  }

  private static List<Cell> cells(
      TrendsView view, PeriodView period, DateSpan days, PointLinks links) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < view.queries().size(); i++) {
      Long count = period.counts().get(i);
      Double share = period.shares().get(i);
      if (count == null || share == null) {
        cells.add(new Cell("–", ""));
      } else {
        cells.add(new Cell(cell(view, count, share), count == 0 ? "" : links.to(i, days)));
      }
    }
    return cells;
  }

  private static String cell(TrendsView view, long count, double share) {
    String printed = FormattedCount.of(count);
    return view.measure().equals(TimelineMeasure.SHARE.label())
        ? FormattedCount.percent(share) + " (" + printed + ")"
        : printed;
  }
}
