package broadsheet.web.alerts;

import broadsheet.engine.result.Arrival;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedMoment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of what came in for one saved search.
 *
 * @param frame what stands around it
 * @param alert the saved search
 * @param cameIn the articles, the newest first
 */
public record ArrivalsPage(PageFrame frame, AlertView alert, List<CameIn> cameIn) {

  /**
   * An article that came in.
   *
   * @param isFirst whether it is the first shown that came in at that moment
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

  /** How many came in: {@code 3 articles came in}. */
  public String count() {
    return alert.cameIn() == 0
        ? "Nothing came in yet"
        : PrintedCount.of(alert.cameIn(), "article") + " came in";
  }

  /** When it was saved. */
  public String saved() {
    return PrintedMoment.of(alert.createdAt());
  }

  /** How many of them are shown; empty where all are. */
  public String shown() {
    return cameIn.size() < alert.cameIn()
        ? "the newest " + PrintedCount.of(cameIn.size()) + " shown"
        : "";
  }
}
