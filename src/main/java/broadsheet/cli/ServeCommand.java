package broadsheet.cli;

import broadsheet.cli.archive.CountedUses;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.Terminal;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.SearchEngine;
import broadsheet.evaluate.Judgements;
import broadsheet.files.Home;
import broadsheet.files.UseLock;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.ledger.WatchState;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.use.UseCounter;
import broadsheet.web.ServerSettings;
import broadsheet.web.SharedArchive;
import broadsheet.web.UserData;
import broadsheet.web.WebServer;
import broadsheet.web.corpus.FolderIndexing;
import broadsheet.web.corpus.IndexingHandler;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code serve} command: serves the pages and the API until told to stop. */
@Command(
    name = "serve",
    description = {
      "Serves the pages and the API. If there is no index yet, first builds one from PATH. Picks up"
          + " an index rebuilt by another process without a restart."
    })
final class ServeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders of articles, read if there is no index yet, or added to it with"
              + " --watch. Default, without --index: seeds/ beside the launcher.")
  private List<Path> paths = List.of();

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on; 0.0.0.0 for all addresses. Default: ${DEFAULT-VALUE},"
              + " which only this machine can reach.")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = ListenAddress.USUAL_PORT,
      description = "The port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--watch",
      description =
          "Keeps the index up to date with the files it is built from while serving; adds PATH to"
              + " them.")
  private boolean isWatching;

  @Option(
      names = "--allow-indexing",
      description =
          "Lets readers on this machine add any folder that the server can read to the archive, at"
              + " /corpus/add.")
  private boolean mayIndex;

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description =
          "Lets readers judge hits relevant or not on the results page, and saves judgements in"
              + " FILE as TREC qrels, with the queries in FILE.topics.tsv.")
  private @Nullable Path judged;

  @Option(
      names = "--count-use",
      description =
          "Counts searches, articles read and downloads by collection and month, without users and"
              + " queries; stats --use prints them.")
  private boolean isCounting;

  /** Null until started, right after the server. */
  private volatile @Nullable WatchedCollections watching;

  @Mixin private ProxyOptions proxy;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    ListenAddress address = new ListenAddress(host, port);
    ServerSettings settings = proxy.of(ServerSettings.at(host, port)).watching(this::watchState);
    requireKnownJudges(address);
    requireOwnMachine(address, settings);
    Duration timeLimit = limit.duration();
    Optional<Judgements> judgements =
        Optional.ofNullable(judged)
            .map(file -> JudgementFile.outside(common.index(), file))
            .map(file -> Judgements.open(file, ServeCommand::parsed));
    prepareIndex(spec.commandLine().getErr());
    try (ArchiveCollections collections = common.engine().collections(timeLimit);
        SearchEngine engine =
            WarmUp.begun(common.corrected(collections.search(collections.all())));
        UseLock _ = inUse();
        UseCounter use = counter();
        WebServer server = start(address, engine, collections, data(judgements, use), settings);
        CorrectionPoller _ =
            CorrectionPoller.start(common.desk().names(), engine, server::correct);
        Closing watching = isWatching ? watch(collections) : () -> {}) {
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> stop(List.of(watching, server::stop, use::close, engine::close), stopped),
                  "stop"));
      String url = address.url(server.port());
      sayWhatOthersMayDo(address, url);
      spec.commandLine().getOut().printf("Broadsheet is ready at %s%n", url);
      stopped.await();
    }
    return ExitCode.DONE;
  }

  /** Keeps a restore from replacing the index while the server uses it. */
  private UseLock inUse() {
    return UseLock.shared(common.index())
        .orElseThrow(
            () ->
                new UsageException(
                    "A backup is being put back into %s: wait until that is done, then try again."
                        .formatted(common.index())));
  }

  /** If others can reach the server, only a proxy can say who judges. */
  private void requireKnownJudges(ListenAddress address) {
    if (judged != null && !address.isForThisMachineOnly() && !proxy.hasUsers()) {
      throw new UsageException(
          "--judge with --host %s would let everyone who can reach this machine judge. Leave --host"
                  .formatted(host)
              + " out, or let a proxy name the user with --public-url, --trust-proxy and"
              + " --user-header.");
    }
  }

  /** Any folder that the server can read may become readable for everyone who can search. */
  private void requireOwnMachine(ListenAddress address, ServerSettings settings) {
    if (mayIndex && (!address.isForThisMachineOnly() || settings.publicUrl().isPresent())) {
      throw new UsageException(
          "--allow-indexing is for readers on this machine alone: leave --host and --public-url"
              + " out, or add folders with "
              + common.command("index --update PATH"));
    }
  }

  private void sayWhatOthersMayDo(ListenAddress address, String url) {
    PrintWriter err = spec.commandLine().getErr();
    if (!address.isForThisMachineOnly()) {
      err.printf(
          "Warning: with --host %s everyone who can reach this machine can search, read and"
              + " download all articles, and see their file names, the alerts and the"
              + " server's metrics.%n",
          address.host());
    }
    if (mayIndex) {
      err.printf("Add folders at %s%s%n", url, IndexingHandler.PATH);
    }
  }

  /** The state of {@code --watch}, for {@code /healthz} and {@code /metrics}. */
  private WatchState watchState() {
    WatchedCollections started = watching;
    if (started != null) {
      return started.state();
    }
    return isWatching ? WatchState.running() : WatchState.off();
  }

  /** A close that throws no checked exception. */
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private Closing watch(ArchiveCollections collections) {
    WatchedCollections started =
        WatchedCollections.start(common.index(), paths, collections, spec.commandLine().getErr());
    watching = started;
    return started::close;
  }

  private void prepareIndex(PrintWriter err) {
    Path index = common.index();
    if (!common.engine().hasIndex()) {
      List<Path> sources = paths.isEmpty() ? seeds() : paths;
      Indexing building = Indexing.rebuild(index, sources);
      String named = sources.stream().map(PathName::of).collect(Collectors.joining(", "));
      err.println("Building an index of " + named + " in " + PathName.of(index) + ".");
      Indexing.Outcomes outcomes = building.run(new IndexingLog(err, Terminal.display()));
      err.println(outcomes.line());
    } else if (!paths.isEmpty() && !isWatching) {
      err.printf(
          "%s already has an index; PATH was not read. To rebuild it: %s%n",
          PathName.of(index), common.command("index PATH"));
    }
  }

  /**
   * The seeds, for a first look. If an index folder was named, or the desk has data of the index,
   * there was an index: its disk is not mounted, or it was deleted.
   */
  private List<Path> seeds() {
    boolean isKept = common.desk().folder().map(Files::exists).orElse(false);
    if (common.isIndexNamed() || isKept) {
      throw new UsageException(
          "There is no index in %s. If it is on a disk that is not mounted, mount it; otherwise name what to build the index from: %s"
              .formatted(PathName.of(common.index()), common.command("serve PATH")));
    }
    return List.of(Home.seeds());
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, LocalDate.now(ZoneId.systemDefault()));
  }

  private UserData data(Optional<Judgements> judgements, UseCounter use) {
    Optional<FolderIndexing> indexing =
        mayIndex ? Optional.of(new ServerIndexing(common.index())) : Optional.empty();
    return new UserData(common.desk(), judgements, indexing, use);
  }

  private UseCounter counter() {
    return isCounting ? CountedUses.counter(common) : UseCounter.off();
  }

  private WebServer start(
      ListenAddress address,
      SearchEngine engine,
      ArchiveCollections collections,
      UserData kept,
      ServerSettings settings) {
    Optional<SharedArchive> shared =
        ServedCollections.of(
            common.index(), engine, collections, address.isForThisMachineOnly(), settings);
    address.requireFree();
    try {
      return shared.isPresent()
          ? WebServer.start(shared.get(), ServeCommand::parsed, kept, settings)
          : WebServer.start(engine, ServeCommand::parsed, kept, settings);
    } catch (RuntimeException e) {
      throw address.cannotListen(e);
    }
  }

  /** Closes the index only after requests under way are finished. */
  private static void stop(List<Closing> inOrder, CountDownLatch stopped) {
    inOrder.forEach(Closing::close);
    stopped.countDown();
  }
}
