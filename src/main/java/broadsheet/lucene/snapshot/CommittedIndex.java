package broadsheet.lucene.snapshot;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The committed state of an index on disk. Looks for a newer commit, by any process, every {@value
 * #REFRESH_MILLIS} ms; an older one stays open for those still using it. Thread-safe.
 */
public final class CommittedIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommittedIndex.class);
  private static final int REFRESH_MILLIS = 200;

  private final Path folder;
  private final Directory directory;
  private final NewestCommit newest;
  private final IndexHealth health;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("index-refresh").factory());
  private final ScheduledFuture<?> refreshing;
  private String lastTrouble = "";

  private CommittedIndex(Path folder, Directory directory, NewestCommit newest) {
    this.folder = folder;
    this.directory = directory;
    this.newest = newest;
    health = new IndexHealth(directory);
    refreshing =
        refresher.scheduleWithFixedDelay(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether the folder holds an index, of whatever format and in whatever state. */
  public static boolean exists(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false; // opening would create the folder
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /**
   * Opens the newest commit.
   *
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static CommittedIndex open(Path folder) {
    return opened(
        folder,
        directory -> new CommittedIndex(folder, directory, new NewestCommit(directory, folder)));
  }

  /**
   * Verifies every byte of the newest commit.
   *
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  public static void verify(Path folder) {
    opened(
        folder,
        directory -> {
          CommitFiles.verifyAll(directory);
          directory.close();
          return folder;
        });
  }

  /** Verifies every byte of the newest commit of this index. */
  public void verify() {
    verify(folder);
  }

  private interface Opening<T> {
    T open(Directory directory) throws IOException;
  }

  private static <T> T opened(Path folder, Opening<T> opening) {
    if (!exists(folder)) {
      throw UnreadableIndex.missing(folder);
    }
    try {
      Directory directory = FSDirectory.open(folder);
      try {
        return opening.open(directory);
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /** An operation on one committed state. */
  public interface Work<T> {
    T with(ReaderSnapshot snapshot) throws IOException;
  }

  /**
   * Runs an operation on the newest known state, which stays open meanwhile.
   *
   * @throws EngineException when the index cannot be read
   */
  public <T> T read(Work<T> work) {
    try {
      ReaderSnapshot snapshot = newest.acquire();
      try {
        return work.with(snapshot);
      } finally {
        newest.release(snapshot);
      }
    } catch (UncheckedIOException e) {
      health.failed();
      throw damaged(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      health.failed();
      throw damaged(folder, e);
    } catch (InternalError e) {
      // The JVM throws this when a mapped file has been cut short.
      health.failed();
      throw damaged(folder, new IOException("a file was cut short", e));
    }
  }

  /** Why searches fail, in a sentence; empty where they work. */
  public Optional<String> fault() {
    try {
      return read(snapshot -> health.fault(snapshot));
    } catch (EngineException e) {
      return Optional.of("The index cannot be read.");
    }
  }

  /** The number of the commit that is searched. */
  public long generation() {
    return read(
        snapshot -> ((DirectoryReader) snapshot.getIndexReader()).getIndexCommit().getGeneration());
  }

  private void refresh() {
    try {
      newest.maybeRefresh();
      lastTrouble = "";
    } catch (IOException | RuntimeException | Error e) {
      String trouble = UnreadableIndex.reason(e);
      if (!trouble.equals(lastTrouble) && !refreshing.isCancelled()) {
        LOG.warn("Keeping the index as it was read before: {}", trouble);
        lastTrouble = trouble;
      }
    }
  }

  @Override
  public void close() {
    refreshing.cancel(false);
    refresher.shutdownNow();
    try {
      refresher.awaitTermination(1, TimeUnit.SECONDS);
      newest.close();
      directory.close();
    } catch (IOException e) {
      LOG.warn("The index in {} was not closed cleanly: {}", folder, UnreadableIndex.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static EngineException damaged(Path folder, IOException cause) {
    return UnreadableIndex.damaged(folder, cause);
  }
}
