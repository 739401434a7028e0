package broadsheet.web.results;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.address.TimelineMeasure;
import broadsheet.address.UnknownNames;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Timeline;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import broadsheet.scan.Scans;
import broadsheet.web.judging.Judging;
import broadsheet.web.lists.Keeping;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.HitView;
import broadsheet.web.page.JudgingForm;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.WordsView;
import broadsheet.web.takeaway.FeedHandler;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers {@code /search} and {@code /search.json}. */
public final class SearchHandler {
  /** A request attribute, set if the search ran out of time. */
  public static final String CUT = "broadsheet.search.cut";

  private final Archive archive;
  private final Renderer renderer;
  private final Judging judging;
  private final Scans scans;
  private final Keeping keeping;

  public SearchHandler(Archive archive, Renderer renderer, Judging judging, Scans scans) {
    this.archive = archive;
    this.renderer = renderer;
    this.judging = judging;
    this.scans = scans;
    keeping = new Keeping(archive);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page("/search", "Search").taking(ArchiveOperation.SEARCH.parameters()),
        Operation.get("/search.json", "Search: one page of results, facets and the timeline")
            .taking(ArchiveOperation.SEARCH.parameters())
            .answeringJson(SearchView.class));
  }

  public void html(Context context) {
    Search search = search(orderKnown(QueryString.parse(context.queryString())), context);
    judging.letFormsTellTheirOrigin(context);
    keeping.letFormsTellTheirOrigin(context);
    String query = search.parameters().text();
    PageFrame frame =
        renderer
            .assets()
            .frame(
                query.isBlank() ? "All articles" : query,
                "results.css",
                search.parameters(),
                judging.scripts(context, "selection.js", "keep.js", "recent.js"))
            .following(FeedHandler.address(search.parameters()));
    boolean hasMeaning = archive.engine().missingMeaning().isEmpty();
    SearchPage page =
        SearchPage.of(
            frame,
            search,
            entries(search, context),
            kept(search, context),
            hasEarlier(search),
            advice(search, context),
            hasData(search),
            hasMeaning,
            SortLink.periods(
                search.parameters(),
                LocalDate.now(ZoneId.systemDefault()),
                frame.rooms().lastDay()));
    Body.send(context, renderer.html("search", page));
  }

  public void json(Context context) {
    Body.send(
        context, renderer.json(search(QueryString.parse(context.queryString()), context).view()));
  }

  /**
   * A search and its results.
   *
   * @param all the timeline of all articles that pass its filters; empty if shares are not shown
   * @param answers the sentences that answer its question
   */
  record Search(
      SearchParameters parameters,
      ParsedQuery query,
      SearchResults results,
      Optional<Timeline> all,
      SearchView view,
      FoundAnswers answers) {}

  /** An unknown order does not keep a reader from the results; {@link #unknownOrder} says so. */
  private static QueryString orderKnown(QueryString given) {
    return unknownOrder(given).isEmpty() ? given : given.without(Parameters.SORT);
  }

  private static List<String> unknownOrder(QueryString given) {
    List<String> orders = given.filled(Parameters.SORT.label());
    return orders.size() != 1 || Parameters.SORT.choices().contains(orders.getFirst())
        ? List.of()
        : List.of(
            "No such order: %s. By relevance instead"
                .formatted(ParameterReader.shortened(orders.getFirst())));
  }

  private Search search(QueryString given, Context context) {
    SearchParameters parameters = SearchParameters.of(given);
    ParsedQuery query = archive.parsed(parameters.text(), context);
    SearchRequest request = parameters.request(query.root());
    SearchResults results = archive.engine().search(request);
    context.attribute(CUT, !results.isComplete());
    Optional<Timeline> all = whole(parameters, results);
    QueryView asked =
        QueryView.of(query)
            .and(UnknownNames.notes(given.without(Keeping.DONE), ArchiveOperation.SEARCH))
            .and(unknownOrder(QueryString.parse(context.queryString())));
    List<HitView> hits = judging.views(results.hits(), query.root());
    SearchView view =
        SearchView.of(asked, parameters.page(), parameters.size(), results, hits, all)
            .lookingAt(request, results, archive.engine())
            .withMentions(archive.engine());
    SearchView worded = withWords(view, query, parameters);
    FoundAnswers answers =
        parameters.isAnswering() ? FoundAnswers.of(results.hits()) : FoundAnswers.NONE;
    SearchView answered = worded.answering(answers);
    boolean isToTry = MeaningAdvice.fits(query.root(), parameters, results, archive.engine());
    return new Search(
        parameters,
        query,
        results,
        all,
        isToTry ? answered.trying(SearchMode.HYBRID) : answered,
        answers);
  }

  private SearchView withWords(SearchView view, ParsedQuery query, SearchParameters parameters) {
    return parameters.isWithWords()
        ? view.withWords(
            WordsView.of(
                query.root(), parameters.filters(), new Contrast.Others(), archive.engine()))
        : view;
  }

  /** Whether it could have found anything; checked only if it found nothing. */
  private boolean hasData(Search search) {
    return search.results().total() > 0
        || archive.hasDataFor(search.query().root(), search.parameters().filters());
  }

  private @Nullable Advice advice(Search search, Context context) {
    return search.results().total() > 0
        ? null
        : Advice.of(search, archive.engine(), text -> archive.parsed(text, context));
  }

  /** Whether earlier versions of articles match; checked only if no latest one does. */
  private boolean hasEarlier(Search search) {
    Filters filters = search.parameters().filters();
    return search.results().tiers().all() == 0
        && filters.versions() == VersionScope.LATEST
        && archive.engine().summary().superseded() > 0
        && archive.engine().hasAny(search.query().root(), filters.of(VersionScope.ALL));
  }

  private List<HitEntry> entries(Search search, Context context) {
    Function<String, Optional<JudgingForm>> forms =
        judging.forms(search.parameters(), search.query().root(), context);
    List<HitEntry> entries = new ArrayList<>();
    for (int i = 0; i < search.results().hits().size(); i++) {
      Hit hit = search.results().hits().get(i);
      HitView view = search.view().hits().get(i);
      HitEntry.Beside beside =
          new HitEntry.Beside(HitEntry.strip(hit, scans), forms.apply(hit.id()));
      entries.add(HitEntry.of(hit, view, search.parameters(), beside));
    }
    for (FoundAnswers.Answer answer : search.answers().byArticle()) {
      entries.replaceAll(entry -> entry.answering(answer));
    }
    return keeping.entries(entries, context);
  }

  private SearchPage.Kept kept(Search search, Context context) {
    return new SearchPage.Kept(
        keeping.form(search.parameters(), context),
        search.results().hits().isEmpty()
            ? Optional.empty()
            : FacetGroup.of(
                keeping.counts(search.query().root(), search.parameters().filters(), context),
                search.parameters()));
  }

  /** The timeline that shares are computed from. */
  private Optional<Timeline> whole(SearchParameters parameters, SearchResults results) {
    if (parameters.measure() == TimelineMeasure.COUNT) {
      return Optional.empty();
    }
    Optional<Timeline.Unit> unit = Optional.of(results.timeline().unit());
    return Optional.of(
        archive.engine().timeline(new QueryNode.Everything(), parameters.filters(), unit));
  }

  /** Advises search by meaning where few articles have all the words of a question. */
  private static final class MeaningAdvice {

    /** The fewest words of a question; shorter queries say little about what is meant. */
    private static final int QUESTION = 5;

    private MeaningAdvice() {}

    /** Whether the first page of a search by words should advise it. */
    static boolean fits(
        QueryNode query, SearchParameters parameters, SearchResults results, SearchEngine engine) {
      return parameters.mode() == SearchMode.LEXICAL
          && parameters.sort() == SortOrder.RELEVANCE
          && parameters.request(query).before() == 0
          && results.tiers().all() < SearchResults.FEW
          && PlainWords.of(query).map(PlainWords::text).map(MeaningAdvice::words).orElse(0)
              >= QUESTION
          && engine.missingMeaning().isEmpty();
    }

    /** The number of words of a text; two ideographs count as one. */
    private static int words(String text) {
      return Arrays.stream(text.split(" ", -1))
          .mapToInt(
              word ->
                  Math.max(1, (int) word.codePoints().filter(Character::isIdeographic).count() / 2))
          .sum();
    }
  }
}
