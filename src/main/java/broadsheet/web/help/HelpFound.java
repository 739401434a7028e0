package broadsheet.web.help;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.SearchResults;
import broadsheet.help.HelpPages;
import broadsheet.help.HelpSearch;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import java.util.List;
import java.util.Map;

/**
 * The sections that a search of the help found.
 *
 * @param frame the page frame
 * @param query the query, as it was read
 * @param count how many sections there are
 * @param sections the best of them
 * @param spellings other queries that find more
 */
public record HelpFound(
    PageFrame frame,
    QueryView query,
    String count,
    List<Section> sections,
    List<Spelling> spellings) {

  /** A section and where it is. */
  public record Section(String href, HitEntry entry) {}

  /** A query that finds something, and its search. */
  public record Spelling(String text, String href) {}

  static HelpFound of(PageFrame frame, ParsedQuery query, HelpSearch help) {
    SearchResults results = help.find(query.root());
    long found = Math.max(results.total(), results.hits().size());
    return new HelpFound(
        frame,
        QueryView.of(query),
        FormattedCount.of(found, "section"),
        results.hits().stream()
            .map(
                hit ->
                    new Section(
                        help.section(hit).address(), HitEntry.of(hit, SearchParameters.none())))
            .toList(),
        results.didYouMean().stream().map(HelpFound::spelling).toList());
  }

  private static Spelling spelling(String text) {
    return new Spelling(
        text, QueryString.of(Map.of(Parameters.Q.label(), text)).after(HelpPages.PATH));
  }
}
