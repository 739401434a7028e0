package broadsheet.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import broadsheet.address.Problem;
import broadsheet.engine.SearchEngine;
import broadsheet.help.HelpPages;
import broadsheet.help.HelpSearch;
import broadsheet.names.NameCorrection;
import broadsheet.path.SourceRoots;
import broadsheet.query.ParsedQuery;
import broadsheet.scan.Scans;
import broadsheet.web.page.Assets;
import broadsheet.web.page.EachCollection;
import broadsheet.web.page.OpenRooms;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.Rooms;
import broadsheet.web.request.Access;
import broadsheet.web.request.BasePath;
import broadsheet.web.takeaway.ExportSlots;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The pages and the API of one archive, served over HTTP on virtual threads. Thread-safe. */
public final class WebServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Connections allowed beyond the limit while older ones are being closed. */
  private static final int SPARE_CONNECTIONS = 8;

  /** Small, so that exports to slow readers are not produced ahead and held in memory. */
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  private final Javalin javalin;

  private final ServerMetrics metrics;

  private final Scans scans;

  private final HelpSearch help;

  private final Sites sites;

  private final int port;

  private WebServer(
      Javalin javalin, ServerMetrics metrics, Scans scans, HelpSearch help, Sites sites) {
    this.javalin = javalin;
    this.metrics = metrics;
    this.scans = scans;
    this.help = help;
    this.sites = sites;
    this.port = javalin.port();
  }

  /**
   * Starts a server, which is ready to answer when this returns.
   *
   * @param engine called from many threads in parallel; not closed by the server
   * @param parser parses any query text; knows today's date
   * @param kept the data that readers save on the server
   * @param settings if the host is this machine's own ({@code 127.0.0.1}, {@code localhost}, {@code
   *     ::1}), requests under any name but that and the public one are refused
   * @throws io.javalin.util.JavalinException if the port is taken or the host is not this machine's
   */
  public static WebServer start(
      SearchEngine engine,
      Function<String, ParsedQuery> parser,
      UserData kept,
      ServerSettings settings) {
    return start(
        engine,
        parser,
        kept,
        settings,
        (serving, _) -> new Sites.One(serving.of(engine, kept.desk(), EachCollection.ONE, true)));
  }

  /**
   * Starts a server of which each reader sees the collections that the reader has a right to; see
   * {@link #start(SearchEngine, Function, UserData, ServerSettings)}.
   */
  public static WebServer start(
      SharedArchive archive,
      Function<String, ParsedQuery> parser,
      UserData kept,
      ServerSettings settings) {
    return start(
        archive.whole(),
        parser,
        kept,
        settings,
        (serving, plain) -> new SitesByRights(archive, serving, plain));
  }

  private static WebServer start(
      SearchEngine engine,
      Function<String, ParsedQuery> parser,
      UserData kept,
      ServerSettings settings,
      BiFunction<ArchiveServing, Renderer, Sites> making) {
    Access access = access(settings);
    Renderer plain = new Renderer(Assets.load(() -> Rooms.NONE), settings.base());
    RequestCount requests = new RequestCount();
    ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("slow-connections", true);
    ServerLimits limits = settings.limits();
    SlowConnections slow = new SlowConnections(limits.connections(), limits.patience(), scheduler);
    ExportSlots exports = ExportSlots.besideOthers(limits.exports(), requests::ordinary);
    ServerMetrics metrics = new ServerMetrics(engine, exports, slow, settings.watch());
    Scans scans = new Scans(new SourceRoots(List::of));
    HelpSearch help = new HelpSearch(new HelpPages());
    Sites sites =
        making.apply(
            new ArchiveServing(parser, kept, settings, access, exports, metrics, scans, help),
            plain);
    Answers answers = new Answers(sites::problems);
    Javalin javalin =
        Javalin.create(
            config -> {
              quietAndFast(config);
              config.router.javaLangErrorHandler(answers::broken);
              config.jetty.modifyServer(
                  server ->
                      harden(
                          server,
                          new Problems(plain),
                          new Guard(access, settings.base(), slow, requests)));
              config.jetty.modifyHttpConfiguration(WebServer::limit);
              config.jetty.addConnector(
                  (server, http) -> connector(server, http, settings, slow, scheduler));
              config.requestLogger.http(metrics::answered);
              config.routes.before(context -> OpenRooms.open(access.mayChange(context)));
              config.routes.after(context -> redirectWithin(settings.base(), context));
              sites
                  .routes()
                  .forEach(
                      route ->
                          config.routes.addHttpHandler(
                              route.method(), route.path(), sites.handler(route)));
              Routes.addFailures(config.routes, answers);
            });
    return new WebServer(javalin.start(), metrics, scans, help, sites);
  }

  /** A redirection to a path on this server leads below its base path. */
  private static void redirectWithin(BasePath base, Context context) {
    String location = context.res().getHeader("Location");
    if (location != null) {
      context.header("Location", base.before(location));
    }
  }

  private static Access access(ServerSettings settings) {
    return new Access(
        Access.namesThisMachine(settings.host()),
        settings.publicUrl(),
        settings.proxies(),
        settings.userHeader(),
        settings.groupsHeader());
  }

  private static ServerConnector connector(
      Server server,
      HttpConfiguration http,
      ServerSettings settings,
      SlowConnections slow,
      ScheduledExecutorScheduler scheduler) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().stall().toMillis());
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    connector.addBean(scheduler);
    connector.addBean(slow);
    connector.addBean(
        new NetworkConnectionLimit(settings.limits().connections() + SPARE_CONNECTIONS, connector));
    return connector;
  }

  /** Method and path of each route, as in {@code GET /article/{name}}. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint.method + " " + parsed.endpoint.path)
        .toList();
  }

  /** Reads names as these corrections say from now on, wherever readers see some collections. */
  public void correct(List<NameCorrection> corrections) {
    sites.correct(corrections);
  }

  /** The port it listens on, or listened on before it stopped. */
  public int port() {
    return port;
  }

  /**
   * Takes no more requests, gives those under way up to ten seconds to finish, closes the
   * connections of the others, and stops. May be called more than once.
   */
  public void stop() {
    finish();
    javalin.stop();
    metrics.close();
    scans.close();
    help.close();
    sites.close();
  }

  /**
   * The server's own stop does the same, but reports requests that are not finished as failures.
   */
  private void finish() {
    try {
      Graceful.shutdown(javalin.jettyServer().server()).get(GRACE.toMillis(), MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // their connections are closed now
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    server.setErrorHandler(new LastResort(problems));
    guard.setHandler(new GracefulHandler());
    server.setHandler(guard);
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(Problem.LONGEST_HEAD_BYTES);
    http.setSendServerVersion(false);
  }
}
