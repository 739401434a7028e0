package broadsheet.web.results;

import broadsheet.engine.result.Timeline;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.List;

/**
 * Hits in none of the timeline's bars. Immutable.
 *
 * @param href the search for them; empty if there is none
 */
public record Apart(String text, String href) {

  /** Those without a date and those with one too imprecise for a bar, as far as there are any. */
  static List<Apart> of(SearchHandler.Search search) {
    Timeline timeline = search.results().timeline();
    List<Apart> apart = new ArrayList<>();
    if (timeline.undated() > 0) {
      String text = undated(search.query().root());
      apart.add(
          new Apart(
              FormattedCount.of(timeline.undated()) + " undated",
              search.parameters().withText(text).toQueryString().after("/search")));
    }
    if (timeline.imprecise() > 0) {
      String known = FormattedCount.of(timeline.imprecise()) + " dated less precisely";
      apart.add(new Apart(known, ""));
    }
    return apart;
  }

  private static String undated(QueryNode query) {
    String unknown = QueryField.DATE.label() + ":unknown";
    return query instanceof QueryNode.Everything
        ? unknown
        : "(" + CanonicalText.of(query) + ") " + unknown;
  }
}
