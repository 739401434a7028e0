package broadsheet.web.results;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.operation.Parameters;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.ShownFurniture;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.KeepForm;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results page.
 *
 * @param frame the page frame
 * @param view the data, as in its JSON twin
 * @param count the number of articles, in words
 * @param entries the hits of this page
 * @param clauses if there is no full match: each part of the query, with its own search
 * @param didYouMean other spellings that find something, or far more, each with its search
 * @param dateInstead if the query names a date in words: searches by that date
 * @param answers the sentences that answer the question; null if none is likely enough
 * @param sorts the available sort orders
 * @param modes the available search modes; empty if there is only one
 * @param repeated if articles match only in what their source repeats: their number, and the search
 *     that finds them; null if there are none
 * @param byMeaning the same search by meaning as well; null if there is no reason to advise it
 * @param chips the active filters, each with the search without it
 * @param withoutFilters the same search without filters
 * @param allWords the search for articles with all the words, or the way back from it; null if it
 *     makes no difference
 * @param folded the number of reprints grouped under other hits, and the search that lists them;
 *     null if none
 * @param paging links to the other pages
 * @param sizes the numbers of hits a page; empty if fewer match than the smallest has
 * @param facets the filters on offer
 * @param dates the form that sets the date range
 * @param periods periods that end today or with the archive
 * @param timeline the hits over time; null if there is too little to draw
 * @param apart the hits in none of its bars
 * @param words the words that set the results apart; null if they were not requested
 * @param toWords the same page with these words; null if it has them, or there are none to find
 * @param names the pages of the names that it is narrowed to
 * @param share actions on the search as a whole
 * @param keep the form that puts hits on lists; null if this reader keeps nothing
 * @param before the number of hits before this page
 * @param below the index, from 0, of the first entry that matches only part of the query; -1 if
 *     there is none
 * @param isInTime whether all articles were looked at
 * @param earlier if nothing matches, the search that finds earlier versions; null if there are none
 * @param advice what to do where nothing matches; null where something does
 * @param hasData whether the archive has any article within the limits of the search
 */
public record SearchPage(
    PageFrame frame,
    SearchView view,
    String count,
    List<HitEntry> entries,
    List<ClauseLink> clauses,
    List<RewordedLink> didYouMean,
    List<RewordedLink> dateInstead,
    @Nullable AnswerBox answers,
    List<SortLink> sorts,
    List<SortLink> modes,
    @Nullable RewordedLink repeated,
    @Nullable String byMeaning,
    List<Chip> chips,
    String withoutFilters,
    @Nullable RewordedLink allWords,
    @Nullable FoldedLink folded,
    Paging paging,
    List<SortLink> sizes,
    List<FacetGroup> facets,
    DateFields dates,
    List<SortLink> periods,
    @Nullable TimelineChart timeline,
    List<Apart> apart,
    @Nullable WordsApart words,
    @Nullable String toWords,
    List<RewordedLink> names,
    ShareMenu share,
    @Nullable KeepForm keep,
    long before,
    int below,
    boolean isInTime,
    @Nullable String earlier,
    @Nullable Advice advice,
    boolean hasData) {

  /** The smallest number of hits a page. */
  private static final int FEWEST = 10;

  private static final long MS_OF_A_SECOND = 1_000;

  /** The number of hits grouped under others, and the search that lists them separately. */
  public record FoldedLink(String count, String href) {}

  /** A part of the query, the number of articles that match it alone, and the search for it. */
  public record ClauseLink(String text, String count, String href) {}

  /** A search like this one, and the words for it. */
  public record RewordedLink(String text, String href) {}

  /** The values of the date fields, and the other parameters to keep. */
  public record DateFields(String from, String to, List<QueryString.Pair> kept) {}

  /**
   * The lists of the reader.
   *
   * @param form empty if this reader keeps nothing
   * @param facet the reader's lists with their hits; empty if none has any
   */
  record Kept(Optional<KeepForm> form, Optional<FacetGroup> facet) {}

  static SearchPage of(
      PageFrame frame,
      SearchHandler.Search search,
      List<HitEntry> entries,
      Kept kept,
      boolean hasEarlier,
      @Nullable Advice advice,
      boolean hasData,
      boolean hasMeaning,
      List<SortLink> periods) {
    SearchView view = search.view();
    SearchParameters parameters = search.parameters();
    SearchResults results = search.results();
    return new SearchPage(
        frame,
        view,
        FoundCount.of(results),
        entries,
        view.clauses().stream().map(clause -> link(clause, parameters)).toList(),
        view.didYouMean().stream().map(text -> reworded(text, parameters)).toList(),
        view.dateInstead().stream().map(text -> reworded(text, parameters)).toList(),
        AnswerBox.of(search.answers(), entries, parameters).orElse(null),
        SortLink.orders(parameters),
        hasMeaning ? SortLink.modes(parameters) : List.of(),
        repeated(search),
        view.tryMode() == null ? null : SortLink.address(parameters, SearchMode.HYBRID),
        Chip.of(parameters),
        parameters.withFilters(Filters.none()).toQueryString().after("/search"),
        allWords(parameters, results),
        folded(parameters, results),
        Paging.of(parameters, results.tiers().listed(), results.next()),
        results.tiers().listed() > FEWEST ? SortLink.sizes(parameters) : List.of(),
        Stream.concat(FacetGroup.of(parameters, results).stream(), kept.facet().stream()).toList(),
        dates(parameters),
        periods,
        TimelineChart.of(results.timeline(), search.all(), parameters).orElse(null),
        Apart.of(search),
        WordsApart.of(search).orElse(null),
        toWords(search),
        names(parameters),
        ShareMenu.of(parameters, results, frame.rooms()),
        kept.form().orElse(null),
        parameters.request(search.query().root()).before(),
        results.tiers().isDivided(entries.size()) ? results.tiers().onPage() : -1,
        results.isComplete(),
        hasEarlier ? everyVersion(parameters) : null,
        advice,
        hasData);
  }

  private static String everyVersion(SearchParameters parameters) {
    Filters filters = parameters.filters().of(VersionScope.ALL);
    return parameters.withFilters(filters).toQueryString().after("/search");
  }

  /** Whether no more articles match. */
  public boolean isExact() {
    return view.total().relation().equals("eq");
  }

  /** Whether there are filters to choose or to remove. */
  public boolean isNarrowable() {
    return view.total().value() > 1 || !chips.isEmpty();
  }

  /** The range of hits on this page: {@code 11 to 20}. */
  public String range() {
    long first = before + 1;
    return FormattedCount.of(first) + " to " + FormattedCount.of(first + entries.size() - 1);
  }

  /** The search time: {@code 3 ms}, {@code 1.2 s}. */
  public String took() {
    long millis = view.tookMillis();
    if (millis < MS_OF_A_SECOND) {
      return millis < 1 ? "under 1 ms" : millis + " ms";
    }
    return String.format(Locale.ROOT, "%.1f s", millis / (double) MS_OF_A_SECOND);
  }

  /** Whether there is more to read on the interpretation of the query than the reading. */
  public boolean isReadOn() {
    return !view.query().notes().isEmpty() || (!entries.isEmpty() && !clauses.isEmpty());
  }

  private static @Nullable RewordedLink allWords(
      SearchParameters parameters, SearchResults results) {
    if (parameters.match() == Match.ALL) {
      return new RewordedLink(
          "Articles without some of the words as well",
          parameters.withMatch(Match.AUTO).toQueryString().after("/search"));
    }
    Tiers tiers = results.tiers();
    return tiers.isOneList() && tiers.all() > 0 && tiers.some() > 0
        ? new RewordedLink(
            "Only the %s with all %s words"
                .formatted(FormattedCount.of(tiers.all()), tiers.words()),
            parameters.withMatch(Match.ALL).toQueryString().after("/search"))
        : null;
  }

  private static @Nullable FoldedLink folded(SearchParameters parameters, SearchResults results) {
    return results.folded() == 0
        ? null
        : new FoldedLink(
            FormattedCount.of(results.folded(), "reprint"),
            parameters.withDuplicates(true).toQueryString().after("/search"));
  }

  private static ClauseLink link(SearchView.Clause clause, SearchParameters parameters) {
    return new ClauseLink(
        clause.text(),
        FormattedCount.of(clause.count(), "article"),
        parameters.withText(clause.text()).toQueryString().after("/search"));
  }

  private static RewordedLink reworded(String text, SearchParameters parameters) {
    return new RewordedLink(text, parameters.withText(text).toQueryString().after("/search"));
  }

  private static @Nullable RewordedLink repeated(SearchHandler.Search search) {
    String shown = CanonicalText.of(ShownFurniture.with(search.query().root()));
    return search.results().notes().stream()
        .flatMap(note -> note instanceof Note.OnlyRepeated found ? Stream.of(found) : null)
        .map(found -> FormattedCount.of(found.articles(), "article"))
        .map(count -> new RewordedLink(count, reworded(shown, search.parameters()).href()))
        .findFirst()
        .orElse(null);
  }

  private static DateFields dates(SearchParameters parameters) {
    List<String> own = List.of(Parameters.FROM.label(), Parameters.TO.label());
    QueryString first = parameters.withPage(1).toQueryString();
    return new DateFields(
        parameters.filters().from().map(Object::toString).orElse(""),
        parameters.filters().to().map(Object::toString).orElse(""),
        first.pairs().stream().filter(pair -> !own.contains(pair.name())).toList());
  }

  private static List<RewordedLink> names(SearchParameters parameters) {
    return Arrays.stream(NameKind.values())
        .flatMap(
            kind ->
                parameters.filters().of(NameProfile.facet(kind)).stream()
                    .map(
                        name ->
                            new RewordedLink(
                                "About " + FormattedValue.of(NameProfile.facet(kind), name),
                                NameAddress.page(new Name(kind, name)))))
        .toList();
  }

  /** Not of all articles, since there are no others to set them apart from. */
  private static @Nullable String toWords(SearchHandler.Search search) {
    SearchParameters parameters = search.parameters();
    boolean isOfAll =
        search.query().root() instanceof QueryNode.Everything && parameters.filters().isEmpty();
    boolean isToAsk =
        WordsApart.of(search).isEmpty() && search.results().tiers().all() > 0 && !isOfAll;
    return isToAsk
        ? parameters.withWords(true).toQueryString().after("/search") + "#" + WordsApart.ANCHOR
        : null;
  }
}
