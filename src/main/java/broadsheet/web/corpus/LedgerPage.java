package broadsheet.web.corpus;

import broadsheet.ledger.LedgerTotals;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Paging;
import java.util.Arrays;
import java.util.List;

/**
 * The page about the files that were read, and the records in them.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param parts the parts of the ledger, each linking to its own list
 * @param heading the heading of the list shown
 * @param reasons the reasons with the number of entries for each, most frequent first
 * @param paging links to the other pages of the list
 */
public record LedgerPage(
    PageFrame frame,
    CorpusView view,
    List<PartLink> parts,
    String heading,
    List<Reason> reasons,
    Paging paging) {

  public static final String PATH = CorpusPage.PATH + "/files";

  /** A part of the ledger: its number of entries, and a link to its list. */
  public record PartLink(String name, String count, String href) {}

  /** A reason, and the number of entries that have it. */
  public record Reason(String text, String count) {}

  static LedgerPage of(PageFrame frame, CorpusView view, LedgerPart part, LedgerTotals totals) {
    return new LedgerPage(
        frame,
        view,
        parts(totals),
        part.heading(),
        view.reasons().entrySet().stream()
            .map(reason -> new Reason(reason.getKey(), FormattedCount.of(reason.getValue())))
            .toList(),
        Paging.of(view.page(), view.size(), view.listed(), page -> href(part, page)));
  }

  /** All parts of the ledger. */
  static List<PartLink> parts(LedgerTotals totals) {
    return Arrays.stream(LedgerPart.values())
        .map(
            part ->
                new PartLink(part.heading(), FormattedCount.of(part.count(totals)), href(part, 1)))
        .toList();
  }

  private static String href(LedgerPart part, int page) {
    return PATH + "?show=" + part.label() + (page > 1 ? "&page=" + page : "");
  }

  /** A number with thousands separators. */
  public String printed(long number) {
    return FormattedCount.of(number);
  }
}
