package broadsheet.indexing;

import broadsheet.alert.AlertException;
import broadsheet.corpus.record.CorpusException;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Source;
import broadsheet.web.WatchState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps an index up to date with the files it is made from, on a thread of its own: what changes is
 * taken in once it is quiet for a quarter of a second. Where the system watches no more folders,
 * goes over everything once a minute. A source that loses most of its articles at once keeps them,
 * and is looked at again once a minute. Nothing but {@link #close} ends it.
 */
public final class Watching implements AutoCloseable {

  private static final Duration LOOK_UP = Duration.ofSeconds(1);
  private static final Duration BLIND_ROUND = Duration.ofMinutes(1);

  /** After so many looks without a change, there is time to tidy up. */
  private static final int QUIET_ROUNDS = 10;

  private static final int MOST_UNTIDIED = 50;
  private static final int MOST_DOUBLINGS = 7;

  private final Path index;
  private final SearchEngine engine;
  private final PrintWriter err;
  private final Thread thread;
  private final LostSources lost;
  private volatile boolean isStopped;
  private volatile String trouble = "";
  private int quietRounds;
  private int untidied;
  private final Set<Path> open = new LinkedHashSet<>();
  private boolean isAllOpen = true;
  private int failures;
  private boolean isBack;

  private Watching(Path index, List<Path> paths, SearchEngine engine, PrintWriter err) {
    this.index = index;
    this.engine = engine;
    this.err = err;
    this.lost = new LostSources(BLIND_ROUND);
    this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(() -> run(paths));
  }

  /**
   * Starts: first takes in what has changed meanwhile.
   *
   * @param paths what is added to what the index is made from; may be none
   * @param engine tells what the index is made from, also when another process rebuilds it
   */
  public static Watching start(Path index, List<Path> paths, SearchEngine engine, PrintWriter err) {
    Watching watching = new Watching(index, paths, engine, err);
    watching.thread.start();
    return watching;
  }

  /** How it goes, without paths. Returns at once; may be asked by any thread. */
  public WatchState state() {
    if (isStopped || !thread.isAlive()) {
      return new WatchState(WatchState.Status.STOPPED, "The files are no longer watched.");
    }
    String reason =
        trouble.isEmpty()
            ? lost.reason()
            : "Changes cannot be taken in at present; standard error says why.";
    return reason.isEmpty()
        ? WatchState.running()
        : new WatchState(WatchState.Status.TROUBLED, reason);
  }

  private void run(List<Path> paths) {
    paths.forEach(path -> open.add(path.toAbsolutePath().normalize()));
    while (!isStopped) {
      try {
        watch();
      } catch (InterruptedException | ClosedWatchServiceException e) {
        return;
      } catch (RuntimeException | Error e) {
        tellOnce("Not up to date: something unforeseen happened (" + e + "); trying again");
        isAllOpen = true;
        pause(afterFailure());
      }
    }
  }

  /** Until the index is made from other files, or something goes wrong. */
  private void watch() throws InterruptedException {
    try (FolderWatch folders = new FolderWatch()) {
      List<Source> watched = engine.summary().origins();
      folders.watch(watched);
      if (isAllOpen) {
        isAllOpen = !updateAll();
      }
      isAllOpen |= follow(folders, watched);
    } catch (IOException e) {
      tellOnce("Cannot watch all folders (" + e.getMessage() + "): going over all each minute");
      updateAll();
      isAllOpen = false;
      pause(BLIND_ROUND);
    }
  }

  /** Longer each time, up to a minute. */
  private Duration afterFailure() {
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    Duration doubled = LOOK_UP.multipliedBy(1L << (failures - 1));
    return doubled.compareTo(BLIND_ROUND) < 0 ? doubled : BLIND_ROUND;
  }

  private boolean updateAll() {
    boolean isDone = (open.isEmpty() || update(List.copyOf(open))) && update(List.of());
    if (isDone) {
      open.clear();
    }
    return isDone;
  }

  /**
   * Takes in what changes, until the index is made from other files, or a lost source is back,
   * which is to be watched anew. Gives whether that is so.
   */
  private boolean follow(FolderWatch folders, List<Source> watched) throws InterruptedException {
    isBack = false;
    while (!isStopped && !isBack && engine.summary().origins().equals(watched)) {
      open.addAll(folders.changes(LOOK_UP));
      open.addAll(lost.due());
      if (open.isEmpty()) {
        quietRounds++;
      } else if (update(List.copyOf(open))) {
        open.clear();
        quietRounds = 0;
        untidied++;
      }
      tidyInTime();
    }
    return isBack;
  }

  /**
   * Gives whether it was done; if not, it is to be tried again.
   *
   * @param paths none for all sources
   */
  private boolean update(List<Path> paths) {
    try {
      takeIn(paths);
      trouble = "";
      failures = 0;
      return true;
    } catch (EngineException | CorpusException | AlertException e) {
      tellOnce("Not up to date: " + e.getMessage());
      return e instanceof CorpusException;
    }
  }

  /** Of a source that would lose most of its articles nothing is taken in, of all others it is. */
  private void takeIn(List<Path> paths) {
    List<Path> all = paths.isEmpty() ? sources() : paths;
    try {
      takeInAll(paths);
      isBack |= lost.remove(all);
      if (paths.isEmpty()) {
        lost.addMissing(engine.summary().origins());
      }
    } catch (SourceLostException e) {
      if (!lost.has(e)) {
        err.println("warning: " + e.getMessage());
      }
      lost.add(e);
      List<Path> others = lost.without(all);
      if (!others.isEmpty()) {
        takeIn(others);
      }
    }
  }

  private List<Path> sources() {
    return engine.summary().origins().stream().map(source -> Path.of(source.path())).toList();
  }

  private void takeInAll(List<Path> paths) {
    Indexing.Outcomes outcomes =
        new Indexing(index, paths, IndexingScope.Manner.USUAL, true)
            .run(new IndexingLog(err, Progress.Display.NONE));
    IndexingReport report = outcomes.report();
    if (report.indexed() + report.removed() + report.duplicates() > 0) {
      err.println(outcomes.line());
      new SemanticPart(index, err).updateIfThere(false);
    }
  }

  /** When nobody waits for an update, or when very many have left their small segments. */
  private void tidyInTime() {
    boolean isTime = untidied > 0 && quietRounds >= QUIET_ROUNDS;
    if (isTime || untidied >= MOST_UNTIDIED) {
      try {
        Engines.open(index).tidy();
      } catch (EngineException e) {
        tellOnce("Not tidied up: " + e.getMessage());
      }
      untidied = 0;
    }
  }

  /** What goes on being wrong, while another process writes say, is told when it begins. */
  private void tellOnce(String wrong) {
    if (!wrong.equals(trouble)) {
      err.println(wrong);
      trouble = wrong;
    }
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      isStopped = true;
    }
  }

  /** Ends what is under way, without a trace in the index if it was not done. */
  @Override
  public void close() {
    isStopped = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
