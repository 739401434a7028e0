package broadsheet.web.names;

import broadsheet.address.ArticleAddress;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.CanonicalText;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.results.FacetGroup;
import broadsheet.web.results.TimelineChart;
import broadsheet.web.results.WordsApart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of a name.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param title the name in print
 * @param counts the number of its articles, and where they have it from
 * @param mentions the first and the latest article, as far as any date is known
 * @param company the names that appear with it
 * @param sources its sources; null if none is known
 * @param timeline its articles over time; null if there is too little to draw
 * @param words the words that set its articles apart
 * @param entries the newest articles
 * @param search the search for all of them
 * @param quotes the page of its quotes; null if it is not quoted
 * @param correction the form to correct it; null if the reader may not, or it was not found
 */
public record NamePage(
    PageFrame frame,
    NameView view,
    String title,
    List<String> counts,
    List<Mentioned> mentions,
    List<Company> company,
    @Nullable FacetGroup sources,
    @Nullable TimelineChart timeline,
    @Nullable WordsApart words,
    List<HitEntry> entries,
    String search,
    @Nullable String quotes,
    @Nullable CorrectionForm correction) {

  /** The most other forms that are listed. */
  private static final int MOST_FORMS = 12;

  /** The first or the latest article. */
  public record Mentioned(String label, String title, DateLabel date, String href) {}

  static NamePage of(
      PageFrame frame,
      NameProfile profile,
      NameView view,
      boolean isQuoted,
      Optional<CorrectionForm> correction) {
    SearchParameters parameters = parameters(profile.name());
    SearchParameters marking =
        SearchParameters.none()
            .withText(CanonicalText.of(profile.mentions()))
            .withSort(SortOrder.NEWEST);
    return new NamePage(
        frame,
        view,
        FormattedValue.of(NameProfile.facet(profile.name().kind()), profile.name().text()),
        counts(view.articles()),
        mentions(profile, marking),
        Company.of(profile, parameters),
        sources(profile, parameters),
        TimelineChart.of(profile.newest().timeline(), Optional.empty(), parameters).orElse(null),
        WordsApart.of(view.distinctive(), parameters).orElse(null),
        profile.newest().hits().stream().map(hit -> HitEntry.of(hit, marking)).toList(),
        parameters.toQueryString().after("/search"),
        isQuoted ? NameAddress.quotes(profile.name()) : null,
        correction.orElse(null));
  }

  /** The search for the articles with a name, the newest first. */
  static SearchParameters parameters(Name name) {
    return SearchParameters.none().withFilters(NameProfile.filter(name)).withSort(SortOrder.NEWEST);
  }

  /** The kind of name as a label: {@code Person}. */
  public String kind() {
    return NameProfile.facet(NameKind.named(view.kind()).orElseThrow()).title();
  }

  /** Its other forms, the most frequent first. */
  public List<String> others() {
    return view.forms().stream()
        .filter(form -> !form.equals(view.name()))
        .limit(MOST_FORMS)
        .toList();
  }

  private static List<String> counts(NameView.Articles articles) {
    String all = FormattedCount.of(articles.total(), "article");
    List<String> counts = new ArrayList<>();
    counts.add(articles.relation().equals("eq") ? all : "at least " + all);
    if (articles.statedOnly() == 0) {
      counts.add("found in the text");
    } else if (articles.found() == 0) {
      counts.add("stated in metadata");
    } else {
      counts.add("found in the text of " + FormattedCount.of(articles.found()));
      counts.add("only stated in metadata of " + FormattedCount.of(articles.statedOnly()));
    }
    return counts;
  }

  private static List<Mentioned> mentions(NameProfile profile, SearchParameters parameters) {
    List<Mentioned> mentions = new ArrayList<>();
    profile.first().ifPresent(hit -> mentions.add(mentioned("First", hit, parameters)));
    profile
        .last()
        .filter(hit -> !profile.first().map(Hit::id).equals(Optional.of(hit.id())))
        .ifPresent(hit -> mentions.add(mentioned("Latest", hit, parameters)));
    return mentions;
  }

  private static Mentioned mentioned(String label, Hit hit, SearchParameters parameters) {
    return new Mentioned(
        label,
        hit.title().text(),
        DateLabel.of(hit.publishedAt()),
        parameters.toQueryString().after(ArticleAddress.path(hit.id())));
  }

  private static @Nullable FacetGroup sources(NameProfile profile, SearchParameters parameters) {
    return profile.sources().isEmpty()
        ? null
        : FacetGroup.of(FacetField.SOURCE, profile.sources(), value -> in(value, parameters));
  }

  private static String in(String source, SearchParameters parameters) {
    return parameters
        .withFilters(parameters.filters().with(FacetField.SOURCE, List.of(source)))
        .toQueryString()
        .after("/search");
  }
}
