package broadsheet.web.corpus;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.ledger.LedgerTotals;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Paging;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.PrintedMoment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The page about the archive.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param calendar articles by source and time
 * @param languages the languages, most articles first
 * @param parts the parts of the ledger, each linking to its own list
 * @param heading the heading of the list shown
 * @param reasons the reasons with the number of entries for each, most frequent first
 * @param paging links to the other pages of the list
 * @param trouble the reason why the archive is not being kept up to date; empty if it is
 */
public record CorpusPage(
    PageFrame frame,
    CorpusView view,
    Calendar calendar,
    List<LanguageLink> languages,
    List<PartLink> parts,
    String heading,
    List<Reason> reasons,
    Paging paging,
    String trouble) {

  public static final String PATH = "/corpus";

  /** A part of the ledger: its number of entries, and a link to its list. */
  public record PartLink(String name, String count, String href, boolean isCurrent) {}

  /** A language: its number of articles, and a link to them. */
  public record LanguageLink(String name, String count, String href) {}

  /** A reason, and the number of entries that have it. */
  public record Reason(String text, String count) {}

  public static CorpusPage of(
      PageFrame frame, CorpusView view, Calendar calendar, LedgerPart part, LedgerTotals totals) {
    return new CorpusPage(
        frame,
        view,
        calendar,
        view.coverage().languages().stream().map(CorpusPage::link).toList(),
        Arrays.stream(LedgerPart.values()).map(each -> link(each, part, totals)).toList(),
        part.heading(),
        view.reasons().entrySet().stream()
            .map(reason -> new Reason(reason.getKey(), PrintedCount.of(reason.getValue())))
            .toList(),
        Paging.of(view.page(), view.size(), view.listed(), page -> href(part, page)),
        "");
  }

  /** A copy with a line that says why the archive is not up to date. */
  CorpusPage withTrouble(String reason) {
    return new CorpusPage(
        frame, view, calendar, languages, parts, heading, reasons, paging, reason);
  }

  private static PartLink link(LedgerPart part, LedgerPart current, LedgerTotals totals) {
    return new PartLink(
        part.heading(), PrintedCount.of(part.count(totals)), href(part, 1), part == current);
  }

  private static LanguageLink link(FacetCount language) {
    Filters only =
        new Filters(
            Optional.empty(),
            Optional.empty(),
            Map.of(FacetField.LANGUAGE, List.of(language.value())));
    return new LanguageLink(
        Locale.forLanguageTag(language.value()).getDisplayLanguage(Locale.ENGLISH),
        PrintedCount.of(language.count()),
        SearchParameters.none().withFilters(only).toQueryString().after("/search"));
  }

  private static String href(LedgerPart part, int page) {
    return PATH + "?show=" + part.label() + (page > 1 ? "&page=" + page : "");
  }

  /** A number of articles: {@code 46 articles}. */
  public String articles(long number) {
    return PrintedCount.of(number, "article");
  }

  /** The time of the last change of the index: {@code 24 November 2026, 20:02 UTC}. */
  public String changed() {
    return PrintedMoment.of(view.builtAt());
  }

  /** A number with thousands separators. */
  public String printed(long number) {
    return PrintedCount.of(number);
  }
}
