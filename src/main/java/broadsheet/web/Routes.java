package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.engine.ArchiveFields;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.CursorException;
import broadsheet.export.ArticleFormat;
import broadsheet.export.ArticleFormats;
import broadsheet.help.HelpPages;
import broadsheet.help.HelpSearch;
import broadsheet.recording.Recordings;
import broadsheet.scan.Scans;
import broadsheet.web.alerts.AlertChanges;
import broadsheet.web.alerts.AlertsHandler;
import broadsheet.web.batch.BatchHandler;
import broadsheet.web.cite.CiteHandler;
import broadsheet.web.cite.ReplayHandler;
import broadsheet.web.corpus.CorpusHandler;
import broadsheet.web.corpus.CorpusPage;
import broadsheet.web.corpus.IndexingHandler;
import broadsheet.web.corpus.LedgerPage;
import broadsheet.web.front.HomeHandler;
import broadsheet.web.help.HelpHandler;
import broadsheet.web.iiif.IiifHandler;
import broadsheet.web.issues.IssuesHandler;
import broadsheet.web.judging.JudgeHandler;
import broadsheet.web.judging.Judging;
import broadsheet.web.link.AlertAddress;
import broadsheet.web.link.CiteAddress;
import broadsheet.web.link.IiifAddress;
import broadsheet.web.link.ListAddress;
import broadsheet.web.lists.DeskHandler;
import broadsheet.web.lists.Keeping;
import broadsheet.web.lists.ListChanges;
import broadsheet.web.lists.ListsHandler;
import broadsheet.web.names.NameChanges;
import broadsheet.web.names.NameCorrectionsHandler;
import broadsheet.web.names.NameHandler;
import broadsheet.web.names.NamesHandler;
import broadsheet.web.names.QuotesHandler;
import broadsheet.web.openapi.OpenApiHandler;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.ArchiveExamples;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.results.SearchHandler;
import broadsheet.web.results.SuggestHandler;
import broadsheet.web.results.ValuesHandler;
import broadsheet.web.story.ArticleHandler;
import broadsheet.web.story.CompareHandler;
import broadsheet.web.story.RecordingHandler;
import broadsheet.web.story.ScanHandler;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.ExportSlots;
import broadsheet.web.takeaway.FeedHandler;
import broadsheet.web.trends.TrendsHandler;
import broadsheet.web.verify.VerifyHandler;
import broadsheet.web.why.WhyHandler;
import broadsheet.web.words.LineExport;
import broadsheet.web.words.WordsHandler;
import broadsheet.web.words.WordsKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Maps addresses to their handlers.
 *
 * @param isOfWhole whether the site has all collections of the archive
 */
record Routes(
    RouteTable routes,
    Archive archive,
    Renderer renderer,
    Access access,
    Scans scans,
    Recordings recordings,
    HelpSearch help,
    boolean isOfWhole) {

  /**
   * Adds all routes.
   *
   * @param kept the data that readers save on the server
   */
  void add(UserData kept, ExportSlots exports, Health health, ServerMetrics metrics) {
    ArchiveExamples examples = new ArchiveExamples(archive);
    ArchiveFields fields = new ArchiveFields(archive.engine());
    addSearches(new Judging(kept.judgements(), access), examples, exports, fields);
    addArticles();
    boolean isIndexing = isOfWhole && kept.indexing().isPresent();
    get("/", new HomeHandler(archive, renderer, examples, isIndexing, fields)::html);
    addOverviews(health::trouble, examples);
    addSmallThings();
    get(Health.PATH, health::answer);
    get(ServerMetrics.PATH, metrics::answer);
    kept.indexing()
        .ifPresent(indexing -> addIndexing(new IndexingHandler(indexing, renderer, access)));
    kept.judgements()
        .ifPresent(all -> addJudging(new JudgeHandler(archive, renderer, all, access)));
    addAlerts(new AlertsHandler(archive, renderer, access), new AlertChanges(archive, access));
    get(DeskHandler.PATH, new DeskHandler(archive, renderer)::html);
    addLists(new ListsHandler(archive, renderer), new ListChanges(archive, renderer));
    get(
        OpenApiHandler.PATH,
        new OpenApiHandler(operations(kept), Problems::isForData, renderer)::json);
  }

  /** The operations of all routes, for the OpenAPI document. */
  private static List<Operation> operations(UserData kept) {
    return Stream.of(
            HomeHandler.operations(),
            SearchHandler.operations(),
            ValuesHandler.operations(),
            ExportHandler.operations(),
            FeedHandler.operations(),
            BatchHandler.operations(),
            CiteHandler.operations(),
            ReplayHandler.operations(),
            VerifyHandler.operations(),
            SuggestHandler.operations(),
            ArticleHandler.operations(),
            ScanHandler.operations(),
            RecordingHandler.operations(),
            CompareHandler.operations(),
            WhyHandler.operations(),
            NameHandler.operations(),
            QuotesHandler.operations(),
            NamesHandler.operations(),
            NameCorrectionsHandler.operations(),
            NameChanges.operations(),
            TrendsHandler.operations(),
            WordsHandler.operations(),
            LineExport.operations(),
            IssuesHandler.operations(),
            IiifHandler.operations(),
            CorpusHandler.operations(),
            DeskHandler.operations(),
            AlertsHandler.operations(),
            AlertChanges.operations(),
            ListsHandler.operations(),
            ListChanges.operations(),
            kept.indexing().isPresent() ? IndexingHandler.operations() : List.<Operation>of(),
            kept.judgements().isPresent() ? JudgeHandler.operations() : List.<Operation>of(),
            HelpHandler.operations(),
            List.of(Health.operation(), ServerMetrics.operation(), SearchDescription.operation()),
            StaticRoutes.operations())
        .flatMap(List::stream)
        .toList();
  }

  private void addSearches(
      Judging judging, ArchiveExamples examples, ExportSlots slots, ArchiveFields fields) {
    SearchHandler search = new SearchHandler(archive, renderer, judging, scans);
    get("/search", search::html);
    get("/search.json", search::json);
    ValuesHandler values = new ValuesHandler(archive, renderer);
    get(ValuesHandler.PATH, values::html);
    get(ValuesHandler.PATH + ".json", values::json);
    ExportHandler export = new ExportHandler(archive, slots);
    get(LineExport.PATH, new LineExport(archive, slots)::csv);
    for (ArticleFormat format : ArticleFormats.ofSearches()) {
      get(ExportHandler.path(format), export.in(format));
    }
    BatchHandler batch = new BatchHandler(archive, renderer, slots);
    get(BatchHandler.PATH, batch::html);
    routes.post(BatchHandler.PATH, batch::answer);
    CiteHandler cite = new CiteHandler(archive, renderer, slots);
    get(CiteAddress.PAGE, cite::html);
    get(CiteAddress.RECEIPT, cite::receipt);
    ReplayHandler replay = new ReplayHandler(archive, renderer, slots);
    get(ReplayHandler.PATH, replay::html);
    routes.post(ReplayHandler.PATH, replay::answer);
    postOnly(ReplayHandler.PATH + ".json", replay::json);
    VerifyHandler verify = new VerifyHandler(archive, renderer);
    get(VerifyHandler.PATH, verify::html);
    routes.post(VerifyHandler.PATH, verify::start);
    postOnly(VerifyHandler.PATH + ".json", verify::json);
    get(VerifyHandler.PATH + "/{name}", verify::one);
    get(FeedHandler.PATH, new FeedHandler(archive)::atom);
    get(SearchDescription.PATH, SearchDescription::answer);
    get(SuggestHandler.PATH, new SuggestHandler(archive, renderer, fields)::json);
    HelpHandler pages = new HelpHandler(archive, renderer, fields, examples, help);
    get(HelpPages.PATH, pages::first);
    get(HelpHandler.PAGE, pages::page);
    get(HelpHandler.PAGE_IN_FOLDER, pages::page);
  }

  private void addArticles() {
    get("/article/{name}", new ArticleHandler(archive, renderer, scans, recordings)::answer);
    RecordingHandler spoken = new RecordingHandler(archive, recordings);
    get(RecordingHandler.RECORDING, spoken::recording);
    get(RecordingHandler.CAPTIONS, spoken::captions);
    get(RecordingHandler.AT, spoken::at);
    get(ScanHandler.PATH, new ScanHandler(archive, scans, access)::answer);
    get(CompareHandler.PATH, new CompareHandler(archive, renderer)::answer);
    WhyHandler why = new WhyHandler(archive, renderer);
    get(WhyHandler.PATH, why::html);
    get(WhyHandler.PATH + ".json", why::json);
    get(NameHandler.PATH, new NameHandler(archive, renderer, access)::answer);
    QuotesHandler quotes = new QuotesHandler(archive, renderer, new Keeping(archive));
    get(QuotesHandler.PATH, quotes::html);
    get(QuotesHandler.PATH + ".json", quotes::json);
    NamesHandler names = new NamesHandler(archive, renderer);
    get(NamesHandler.PATH, names::html);
    get(NamesHandler.PATH + ".json", names::json);
    get(NameCorrectionsHandler.PATH, new NameCorrectionsHandler(archive, renderer, access)::html);
    NameChanges changes = new NameChanges(archive, access);
    postOnly(NameChanges.CORRECT, changes::correct);
    postOnly(NameChanges.UNDO, changes::undo);
  }

  private void addOverviews(Supplier<String> trouble, ArchiveExamples examples) {
    WordsHandler words = new WordsHandler(archive, renderer, examples);
    for (WordsKind kind : WordsKind.values()) {
      get(kind.path(), context -> words.html(kind, context));
      get(kind.path() + ".json", context -> words.json(kind, context));
      get(kind.path() + ".csv", context -> words.csv(kind, context));
      get(WordsHandler.receiptPath(kind), context -> words.receipt(kind, context));
    }
    CorpusHandler corpus = new CorpusHandler(archive, renderer, trouble);
    get(CorpusPage.PATH, corpus::html);
    get(CorpusPage.PATH + ".json", corpus::json);
    get(LedgerPage.PATH, corpus::files);
    get(IssuesHandler.PATH, new IssuesHandler(archive, renderer, scans)::html);
    IiifHandler iiif = new IiifHandler(archive, renderer, scans, access);
    get(IiifHandler.MANIFEST, iiif::manifest);
    get(IiifAddress.PATH + IiifHandler.SEARCH, iiif::search);
    get(IiifAddress.PATH + IiifHandler.SEARCH_1, iiif::search1);
    TrendsHandler trends = new TrendsHandler(archive, renderer, examples);
    get(TrendsHandler.PATH, trends::html);
    get(TrendsHandler.JSON, trends::json);
    get(TrendsHandler.CSV, trends::csv);
  }

  private void addSmallThings() {
    StaticRoutes small = new StaticRoutes(renderer);
    get(StaticRoutes.ASSET, small::asset);
    get(StaticRoutes.ICON, small::icon);
    get(StaticRoutes.OLD_ICON, small::oldIcon);
    get(StaticRoutes.ROBOTS_PATH, small::robots);
  }

  private void addIndexing(IndexingHandler indexing) {
    get(IndexingHandler.PATH, indexing::html);
    routes.post(IndexingHandler.PATH, indexing::add);
  }

  private void addJudging(JudgeHandler judge) {
    postOnly(Judging.PATH, judge::html);
    postOnly(Judging.PATH + ".json", judge::json);
  }

  private void addAlerts(AlertsHandler alerts, AlertChanges changes) {
    get(AlertAddress.LIST, alerts::html);
    get(AlertAddress.LIST + ".json", alerts::json);
    get(AlertAddress.LIST + "/{name}", alerts::one);
    routes.post(AlertAddress.LIST, changes::save);
    postOnly(AlertAddress.LIST + "/{id}/remove", changes::remove);
  }

  private void addLists(ListsHandler lists, ListChanges changes) {
    get(ListAddress.ALL, lists::html);
    get(ListAddress.ALL + ".json", lists::json);
    postOnly(ListAddress.PUT, changes::put);
    get(ListAddress.ALL + "/{name}", lists::one);
    routes.post(ListAddress.ALL, changes::create);
    routes.post(ListChanges.READING, changes::reading);
    String one = ListAddress.ALL + "/{id}/";
    postOnly(one + "change", changes::change);
    postOnly(one + "remove", changes::remove);
    postOnly(one + "entry", changes::entry);
    postOnly(one + "entry.json", changes::notes);
    postOnly(one + "import", changes::importInto);
  }

  /** Adds a POST route. A GET request to its address is answered with an explanation. */
  private void postOnly(String path, Handler handler) {
    routes.post(path, handler);
    get(
        path,
        context -> {
          context.header("Allow", "POST");
          throw new Refusal(new Problem("POST only", 405, "This address only accepts POST."));
        });
  }

  private void get(String path, Handler handler) {
    routes.get(path, handler);
  }

  /** Adds what becomes of failures. */
  static void addFailures(RoutesConfig routes, Answers answers) {
    routes.exception(Refusal.class, answers::refused);
    routes.exception(HttpResponseException.class, answers::unanswerable);
    routes.exception(EngineBusyException.class, answers::busy);
    routes.exception(CursorException.class, answers::wrongCursor);
    routes.exception(EngineException.class, answers::engineFailed);
    routes.exception(Exception.class, answers::failed);
  }
}
