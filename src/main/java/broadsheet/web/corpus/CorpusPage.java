package broadsheet.web.corpus;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.ledger.LedgerTotals;
import broadsheet.web.page.FacetValue;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedMoment;
import broadsheet.web.page.PageFrame;
import java.util.List;
import java.util.Locale;

/**
 * The page about the archive.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param calendar articles by source and time
 * @param languages the languages, most articles first
 * @param collections the collections, most articles first; empty if there is only one
 * @param parts the parts of the ledger, each linking to its list
 * @param additions what indexing could add; none for readers who cannot change the archive
 * @param trouble the reason why the archive is not being kept up to date; empty if it is
 */
public record CorpusPage(
    PageFrame frame,
    CorpusView view,
    Calendar calendar,
    List<PartLink> languages,
    List<PartLink> collections,
    List<LedgerPage.PartLink> parts,
    List<String> additions,
    String trouble) {

  public static final String PATH = "/corpus";

  /** A language or a collection: its number of articles, and a link to them. */
  public record PartLink(String name, String count, String href) {}

  /** Notices for those who keep the archive; see its components. */
  record Notices(List<String> additions, String trouble) {}

  static CorpusPage of(
      PageFrame frame, CorpusView view, Calendar calendar, LedgerTotals totals, Notices notices) {
    return new CorpusPage(
        frame,
        view,
        calendar,
        view.coverage().languages().stream().map(CorpusPage::language).toList(),
        view.collections().stream()
            .map(each -> link(each.value(), each, FacetField.COLLECTION))
            .toList(),
        LedgerPage.parts(totals),
        notices.additions(),
        notices.trouble());
  }

  private static PartLink language(FacetValue language) {
    Locale locale = Locale.forLanguageTag(language.value());
    return link(locale.getDisplayLanguage(Locale.ENGLISH), language, FacetField.LANGUAGE);
  }

  private static PartLink link(String name, FacetValue part, FacetField facet) {
    Filters only = Filters.none().with(facet, List.of(part.value()));
    return new PartLink(
        name,
        FormattedCount.of(part.count()),
        SearchParameters.none().withFilters(only).toQueryString().after("/search"));
  }

  /** A number of articles: {@code 46 articles}. */
  public String articles(long number) {
    return FormattedCount.of(number, "article");
  }

  /** The time of the last change of the index: {@code 24 November 2026, 20:02 UTC}. */
  public String changed() {
    return FormattedMoment.of(view.builtAt());
  }

  /** A number with thousands separators. */
  public String printed(long number) {
    return FormattedCount.of(number);
  }
}
