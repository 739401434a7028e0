package broadsheet.web.alerts;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.Arrival;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedMoment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that lists the new articles of one saved search.
 *
 * @param frame the page frame
 * @param alert the saved search
 * @param cameIn the articles, newest first
 */
public record ArrivalsPage(PageFrame frame, AlertView alert, List<CameIn> cameIn) {

  /**
   * A new article.
   *
   * @param isFirst whether it is the first on the page indexed at that moment
   */
  public record CameIn(HitEntry entry, String iso, String moment, boolean isFirst) {}

  static ArrivalsPage of(
      PageFrame frame, AlertView alert, List<Arrival> arrivals, SearchParameters search) {
    List<CameIn> cameIn = new ArrayList<>();
    String last = "";
    for (Arrival arrival : arrivals) {
      String iso = arrival.at().truncatedTo(ChronoUnit.SECONDS).toString();
      String moment = PrintedMoment.of(iso);
      cameIn.add(new CameIn(HitEntry.of(arrival.hit(), search), iso, moment, !moment.equals(last)));
      last = moment;
    }
    return new ArrivalsPage(frame, alert, cameIn);
  }

  /** The number of new articles: {@code 3 new articles}. */
  public String count() {
    return alert.cameIn() == 0
        ? "No new articles yet"
        : PrintedCount.of(alert.cameIn(), "new article");
  }

  public String saved() {
    return PrintedMoment.of(alert.createdAt());
  }

  /** Words for the number shown; empty if all are shown. */
  public String shown() {
    return cameIn.size() < alert.cameIn()
        ? "the newest " + PrintedCount.of(cameIn.size()) + " shown"
        : "";
  }
}
