package broadsheet.cli;

import broadsheet.alert.AlertException;
import broadsheet.corpus.CorpusException;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Source;
import broadsheet.lucene.index.LuceneIndexingSession;
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
 * goes over everything once a minute.
 */
final class Watching implements AutoCloseable {

  private static final Duration LOOK_UP = Duration.ofSeconds(1);
  private static final Duration BLIND_ROUND = Duration.ofMinutes(1);

  /** After so many looks without a change, there is time to tidy up. */
  private static final int QUIET_ROUNDS = 10;

  private static final int MOST_UNTIDIED = 50;

  private final Path index;
  private final SearchEngine engine;
  private final PrintWriter err;
  private final Thread thread;
  private volatile boolean isStopped;
  private String lastTrouble = "";
  private int quietRounds;
  private int untidied;

  private Watching(Path index, List<Path> paths, SearchEngine engine, PrintWriter err) {
    this.index = index;
    this.engine = engine;
    this.err = err;
    this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(() -> run(paths));
  }

  /**
   * Starts: first takes in what has changed meanwhile.
   *
   * @param paths what is added to what the index is made from; may be none
   * @param engine tells what the index is made from, also when another process rebuilds it
   */
  static Watching start(Path index, List<Path> paths, SearchEngine engine, PrintWriter err) {
    Watching watching = new Watching(index, paths, engine, err);
    watching.thread.start();
    return watching;
  }

  /** How it goes. Returns at once; may be asked by any thread. */
  WatchState state() {
    return thread.isAlive()
        ? WatchState.running()
        : new WatchState(WatchState.Status.STOPPED, "The files are no longer watched.");
  }

  private void run(List<Path> paths) {
    Set<Path> open = new LinkedHashSet<>();
    paths.forEach(path -> open.add(path.toAbsolutePath().normalize()));
    boolean isAllOpen = true;
    List<Source> watched = List.of();
    while (!isStopped) {
      try (FolderWatch folders = new FolderWatch()) {
        watched = engine.summary().origins();
        folders.watch(watched.stream().map(source -> Path.of(source.path())).toList());
        if (isAllOpen) {
          isAllOpen = !updateAll(open);
        }
        follow(folders, watched, open);
      } catch (IOException e) {
        err.println(
            "Cannot watch all folders (" + e.getMessage() + "): going over all each minute");
        isAllOpen = true;
        pause(BLIND_ROUND);
      } catch (InterruptedException | ClosedWatchServiceException e) {
        return;
      }
    }
  }

  private boolean updateAll(Set<Path> added) {
    boolean isDone = (added.isEmpty() || update(List.copyOf(added))) && update(List.of());
    if (isDone) {
      added.clear();
    }
    return isDone;
  }

  /** Takes in what changes, until the index is made from other files. */
  private void follow(FolderWatch folders, List<Source> watched, Set<Path> open)
      throws InterruptedException {
    while (!isStopped && engine.summary().origins().equals(watched)) {
      open.addAll(folders.changes(LOOK_UP));
      if (open.isEmpty()) {
        quietRounds++;
      } else if (update(List.copyOf(open))) {
        open.clear();
        quietRounds = 0;
        untidied++;
      }
      tidyInTime();
    }
  }

  /** Gives whether it was done; if not, it is to be tried again. */
  private boolean update(List<Path> paths) {
    try {
      Indexing.Outcomes outcomes =
          new Indexing(index, paths, Scope.Manner.USUAL, true).run(new Tale(err, false));
      IndexingReport report = outcomes.report();
      if (report.indexed() + report.removed() + report.duplicates() > 0) {
        err.println(IndexCommand.line(outcomes));
        new SemanticPart(index, err).updateIfThere(false);
      }
      lastTrouble = "";
      return true;
    } catch (EngineException | CorpusException | AlertException e) {
      tellOnce("Not up to date: " + e.getMessage());
      return e instanceof CorpusException;
    }
  }

  /** When nobody waits for an update, or when very many have left their small segments. */
  private void tidyInTime() {
    boolean isTime = untidied > 0 && quietRounds >= QUIET_ROUNDS;
    if (isTime || untidied >= MOST_UNTIDIED) {
      try {
        LuceneIndexingSession.tidy(index);
      } catch (EngineException e) {
        tellOnce("Not tidied up: " + e.getMessage());
      }
      untidied = 0;
    }
  }

  /** What goes on being wrong, while another process writes say, is told when it begins. */
  private void tellOnce(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      err.println(trouble);
      lastTrouble = trouble;
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
