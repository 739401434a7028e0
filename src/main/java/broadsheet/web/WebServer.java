package broadsheet.web;

import broadsheet.engine.CursorException;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.query.ParsedQuery;
import broadsheet.web.address.Problem;
import broadsheet.web.address.Refusal;
import broadsheet.web.alerts.AlertChanges;
import broadsheet.web.alerts.AlertsHandler;
import broadsheet.web.corpus.CorpusHandler;
import broadsheet.web.corpus.CorpusPage;
import broadsheet.web.front.HelpHandler;
import broadsheet.web.front.HelpPage;
import broadsheet.web.front.HomeHandler;
import broadsheet.web.judging.JudgeHandler;
import broadsheet.web.judging.Judging;
import broadsheet.web.page.AlertAddress;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Assets;
import broadsheet.web.page.Renderer;
import broadsheet.web.results.SearchHandler;
import broadsheet.web.results.SuggestHandler;
import broadsheet.web.story.ArticleHandler;
import broadsheet.web.story.CompareHandler;
import broadsheet.web.takeaway.ExportFormat;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.FeedHandler;
import broadsheet.web.trends.TrendsHandler;
import broadsheet.web.why.WhyHandler;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The pages and the API of one archive, served over HTTP on virtual threads. Thread-safe. */
public final class WebServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Javalin javalin;

  private final int port;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
    this.port = javalin.port();
  }

  /**
   * Starts a server; when this returns it answers.
   *
   * @param engine asked from many threads at once; not closed by the server
   * @param parser reads the text of a query, whatever it is; knows what day it is
   * @param kept what readers leave with it
   * @param host the name or address to listen on; while that is this machine's own ({@code
   *     127.0.0.1}, {@code localhost}, {@code ::1}), requests under other names are refused
   * @param port 0 takes a free one
   * @throws io.javalin.util.JavalinException when the port is taken or the host is not this
   *     machine's
   */
  public static WebServer start(
      SearchEngine engine, Function<String, ParsedQuery> parser, Kept kept, String host, int port) {
    Archive archive = new Archive(engine, parser);
    Renderer renderer = new Renderer(Assets.load());
    Problems problems = new Problems(renderer);
    boolean isForThisMachineOnly = Guard.namesThisMachine(host);
    Javalin javalin =
        Javalin.create(
            config -> {
              quietAndFast(config);
              config.jetty.modifyServer(
                  server -> harden(server, problems, new Guard(isForThisMachineOnly)));
              config.jetty.modifyHttpConfiguration(WebServer::limit);
              addRoutes(config.routes, archive, renderer, new Judging(kept.judgements()));
              kept.judgements()
                  .ifPresent(
                      all -> addJudging(config.routes, new JudgeHandler(archive, renderer, all)));
              addAlerts(
                  config.routes,
                  new AlertsHandler(archive, renderer, kept.alerts(), isForThisMachineOnly),
                  new AlertChanges(archive, kept.alerts(), isForThisMachineOnly));
              addFailures(config.routes, new Answers(problems));
            });
    return new WebServer(javalin.start(host, port));
  }

  /** The port it listens on, or did before it was stopped. */
  public int port() {
    return port;
  }

  /**
   * Takes no more requests, lets those under way finish for up to ten seconds, and stops. May be
   * called more than once.
   */
  public void stop() {
    javalin.stop();
  }

  @Override
  public void close() {
    stop();
  }

  private static void quietAndFast(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.http.prefer405over404 = true;
  }

  private static void harden(Server server, Problems problems, Guard guard) {
    server.setStopTimeout(GRACE.toMillis());
    server.setErrorHandler(new LastResort(problems));
    guard.setHandler(new GracefulHandler());
    server.setHandler(guard);
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(Problem.LONGEST_HEAD_BYTES);
    http.setSendServerVersion(false);
  }

  private static void addRoutes(
      RoutesConfig routes, Archive archive, Renderer renderer, Judging judging) {
    SearchHandler search = new SearchHandler(archive, renderer, judging);
    SmallThings small = new SmallThings(archive, renderer);
    get(routes, "/", new HomeHandler(archive, renderer)::html);
    get(routes, "/search", search::html);
    get(routes, "/search.json", search::json);
    ExportHandler export = new ExportHandler(archive);
    for (ExportFormat format : ExportFormat.values()) {
      get(routes, format.path(), export.in(format));
    }
    get(routes, FeedHandler.PATH, new FeedHandler(archive)::atom);
    get(routes, SearchDescription.PATH, SearchDescription::answer);
    get(routes, SuggestHandler.PATH, new SuggestHandler(archive, renderer)::json);
    get(routes, "/article/{name}", new ArticleHandler(archive, renderer)::answer);
    get(routes, CompareHandler.PATH, new CompareHandler(archive, renderer)::answer);
    WhyHandler why = new WhyHandler(archive, renderer);
    get(routes, WhyHandler.PATH, why::html);
    get(routes, WhyHandler.PATH + ".json", why::json);
    get(routes, HelpPage.PATH, new HelpHandler(archive, renderer)::html);
    CorpusHandler corpus = new CorpusHandler(archive, renderer);
    get(routes, CorpusPage.PATH, corpus::html);
    get(routes, CorpusPage.PATH + ".json", corpus::json);
    TrendsHandler trends = new TrendsHandler(archive, renderer);
    get(routes, TrendsHandler.PATH, trends::html);
    get(routes, TrendsHandler.JSON, trends::json);
    get(routes, TrendsHandler.CSV, trends::csv);
    get(routes, "/healthz", small::health);
    get(routes, "/assets/{hash}/{file}", small::asset);
    get(routes, "/favicon.svg", small::icon);
    get(routes, "/favicon.ico", small::oldIcon);
    get(routes, "/robots.txt", small::robots);
  }

  private static void addJudging(RoutesConfig routes, JudgeHandler judge) {
    routes.post(Judging.PATH, judge::html);
    routes.post(Judging.PATH + ".json", judge::json);
    get(routes, Judging.PATH, judge::unreadable);
    get(routes, Judging.PATH + ".json", judge::unreadable);
  }

  private static void addAlerts(RoutesConfig routes, AlertsHandler alerts, AlertChanges changes) {
    get(routes, AlertAddress.LIST, alerts::html);
    get(routes, AlertAddress.LIST + ".json", alerts::json);
    get(routes, AlertAddress.LIST + "/{name}", alerts::one);
    routes.post(AlertAddress.LIST, changes::save);
    routes.post(AlertAddress.LIST + "/{id}/remove", changes::remove);
    get(routes, AlertAddress.LIST + "/{id}/remove", changes::unreadable);
  }

  /** HEAD runs the same handler, so that its status and headers are those of GET. */
  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void addFailures(RoutesConfig routes, Answers answers) {
    routes.exception(Refusal.class, answers::refused);
    routes.exception(HttpResponseException.class, answers::unanswerable);
    routes.exception(EngineBusyException.class, answers::busy);
    routes.exception(CursorException.class, answers::wrongCursor);
    routes.exception(EngineException.class, answers::engineFailed);
    routes.exception(Exception.class, answers::failed);
  }
}
