package broadsheet.web.alerts;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.Hit;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedMoment;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that lists the new articles of one saved search.
 *
 * @param frame the page frame
 * @param alert the saved search
 * @param cameIn the articles, newest first
 */
public record AlertPage(PageFrame frame, AlertView alert, List<CameIn> cameIn) {

  /**
   * A new article.
   *
   * @param isFirst whether it is the first on the page added at that moment
   */
  public record CameIn(HitEntry entry, String iso, String moment, boolean isFirst) {}

  static AlertPage of(PageFrame frame, AlertView alert, List<Hit> hits, SearchParameters search) {
    List<CameIn> cameIn = new ArrayList<>();
    String last = "";
    for (Hit hit : hits) {
      String iso = hit.addedAt().orElseThrow().toString();
      String moment = FormattedMoment.of(iso);
      cameIn.add(new CameIn(HitEntry.of(hit, search), iso, moment, !moment.equals(last)));
      last = moment;
    }
    return new AlertPage(frame, alert, cameIn);
  }

  /** The number of new articles: {@code 3 new articles}. */
  public String count() {
    return cameIn.isEmpty() ? "No new articles yet" : FormattedCount.of(total(), "new article");
  }

  private long total() {
    return alert.cameIn() == null ? cameIn.size() : Math.max(alert.cameIn(), cameIn.size());
  }

  public String saved() {
    return FormattedMoment.of(alert.createdAt());
  }

  /** Words for the number shown; empty if all are shown. */
  public String shown() {
    return cameIn.size() < total()
        ? "the newest " + FormattedCount.of(cameIn.size()) + " shown"
        : "";
  }
}
