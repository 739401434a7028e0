package broadsheet.web.issues;

import broadsheet.web.page.PageFrame;
import broadsheet.web.page.ScanDrawing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of all newspapers, of the issues of one in a year, or of one issue.
 *
 * @param frame the page frame
 * @param heading the subject of the page
 * @param newspaper a link to its newspaper; null for the list of all
 * @param newspapers the newspapers on this page of the list; none on other pages
 * @param parts the pages of the list of newspapers, if there are several
 * @param years the years of the newspaper; none on other pages
 * @param undated searches for articles that are in no issue of a day
 * @param months the calendar of a year; none on other pages
 * @param pages the pages of the issue; none on other pages
 * @param previous the issue before; null if there is none
 * @param next the issue after; null if there is none
 * @param isCut whether the issue has more articles than are listed
 * @param manifest the issue in IIIF; null if no page of it can be shown
 */
public record IssuesPage(
    PageFrame frame,
    String heading,
    @Nullable Link newspaper,
    List<Link> newspapers,
    List<Link> parts,
    List<Link> years,
    List<Link> undated,
    List<Month> months,
    List<IssuePage> pages,
    @Nullable Link previous,
    @Nullable Link next,
    boolean isCut,
    @Nullable String manifest) {

  /**
   * A link.
   *
   * @param about a note beside it; may be empty
   */
  public record Link(String text, String href, String about, boolean isCurrent) {}

  /**
   * A month of a calendar, weeks from Monday.
   *
   * @param weeks seven days each
   */
  public record Month(String name, List<List<Day>> weeks) {}

  /**
   * A day of a calendar.
   *
   * @param number empty outside the month
   * @param href its issue; null if there is none
   */
  public record Day(String number, @Nullable String href, String name) {}

  /**
   * A page of an issue.
   *
   * @param scan null if there is none to show
   * @param largeScan the address of the scan in full size
   */
  public record IssuePage(
      String label, @Nullable ScanDrawing scan, String largeScan, List<Link> articles) {}
}
