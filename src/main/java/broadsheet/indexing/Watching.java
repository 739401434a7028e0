package broadsheet.indexing;

import broadsheet.corpus.record.CorpusException;
import broadsheet.desk.DeskException;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Source;
import broadsheet.ledger.WatchState;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps an index up to date with the files it is built from, on its own thread. Indexes a change
 * once nothing has changed for a quarter of a second. If the system cannot watch any more folders,
 * checks everything once a minute. If one update would remove most articles of a source, the source
 * keeps them in the index and is checked again once a minute. Only {@link #close} ends it.
 */
public final class Watching implements AutoCloseable {

  private static final Duration LOOK_UP = Duration.ofSeconds(1);
  private static final Duration BLIND_ROUND = Duration.ofMinutes(1);

  /** After this many rounds without a change, there is time to merge small segments. */
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
    this.lost = new LostSources(BLIND_ROUND, System::nanoTime);
    this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(() -> run(paths));
  }

  /**
   * Starts watching, after indexing what has changed meanwhile.
   *
   * @param paths sources to add; may be empty
   * @param engine reports the sources of the index, also when another process rebuilds it
   */
  public static Watching start(Path index, List<Path> paths, SearchEngine engine, PrintWriter err) {
    Watching watching = new Watching(index, paths, engine, err);
    watching.thread.start();
    return watching;
  }

  /** The state of the watch, without paths. Returns at once; callable from any thread. */
  public WatchState state() {
    if (isStopped || !thread.isAlive()) {
      return new WatchState(WatchState.Status.STOPPED, "The files are no longer watched.");
    }
    String reason =
        trouble.isEmpty()
            ? lost.reason()
            : "Changes cannot be indexed at present; see standard error for the cause.";
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
        warnOnce("Not up to date: unexpected error (" + e + "); trying again");
        isAllOpen = true;
        pause(afterFailure());
      }
    }
  }

  /** Runs until the sources of the index change or an error occurs. */
  private void watch() throws InterruptedException {
    try (FolderWatch folders = new FolderWatch()) {
      List<Source> watched = engine.summary().origins();
      folders.watch(watched);
      if (isAllOpen) {
        isAllOpen = !updateAll();
      }
      isAllOpen |= follow(folders, watched);
    } catch (IOException e) {
      warnOnce(
          "Cannot watch all folders (" + e.getMessage() + "): checking everything once a minute");
      updateAll();
      isAllOpen = false;
      pause(BLIND_ROUND);
    }
  }

  /** Grows with each failure, up to a minute. */
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
   * Indexes changes until the sources of the index change or a lost source is back; either requires
   * new watches on the folders. Returns whether either happened.
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
   * Returns false if the update must be tried again.
   *
   * @param paths none for all sources
   */
  private boolean update(List<Path> paths) {
    try {
      updateReachable(paths);
      trouble = "";
      failures = 0;
      return true;
    } catch (EngineException | CorpusException | DeskException e) {
      warnOnce("Not up to date: " + e.getMessage());
      return e instanceof CorpusException;
    }
  }

  /** Updates all sources except those that would lose most of their articles. */
  private void updateReachable(List<Path> paths) {
    List<Path> all = paths.isEmpty() ? sources() : paths;
    try {
      runUpdate(paths);
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
        updateReachable(others);
      }
    }
  }

  private List<Path> sources() {
    return engine.summary().origins().stream()
        .map(source -> PathName.toPath(source.path()))
        .toList();
  }

  private void runUpdate(List<Path> paths) {
    Indexing.Outcomes outcomes =
        new Indexing(index, paths, IndexingScope.Manner.USUAL, true)
            .run(new IndexingLog(err, Progress.Display.NONE));
    IndexingReport report = outcomes.report();
    if (report.indexed() + report.removed() + report.duplicates() > 0) {
      err.println(outcomes.line());
      new SemanticPart(index, err).updateIfThere(false);
    }
  }

  /** Merges small segments when no update is waiting, or when there are very many of them. */
  private void tidyInTime() {
    boolean isTime = untidied > 0 && quietRounds >= QUIET_ROUNDS;
    if (isTime || untidied >= MOST_UNTIDIED) {
      try {
        Engines.open(index).tidy();
      } catch (EngineException e) {
        warnOnce("Small segments were not merged: " + e.getMessage());
      }
      untidied = 0;
    }
  }

  /** Reports a persisting problem, such as another process writing, only once. */
  private void warnOnce(String wrong) {
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

  /** Aborts an update under way, which leaves no trace in the index. */
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
