package broadsheet.lucene.snapshot;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.request.CursorException;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The committed state of an index on disk. Looks for a newer commit, by any process, every {@value
 * #REFRESH_MILLIS} ms; an older one stays open for those still using it. Thread-safe.
 */
public final class CommittedIndex implements OpenIndex {

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
  private volatile List<NameCorrection> corrections = List.of();
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

  /** Whether the folder holds an index, in any format and any state. */
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
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  public static CommittedIndex open(Path folder) {
    return opened(
        folder,
        directory -> new CommittedIndex(folder, directory, new NewestCommit(directory, folder)));
  }

  /**
   * Verifies every byte of the newest commit.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
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

  /** The collection of an archive that it is. */
  ArchiveCollection collection() {
    return ArchiveCollection.of(folder);
  }

  /** The folder of the index. */
  Path folder() {
    return folder;
  }

  @Override
  public void correct(List<NameCorrection> all) {
    corrections = NameCorrection.of(collection().tag(), all);
  }

  @Override
  public <T> T read(Work<T> work) {
    try {
      ReaderSnapshot snapshot = newest.acquire();
      try {
        return work.with(snapshot.with(corrections));
      } catch (EngineException | EngineBusyException | CursorException | ConsumerFailure e) {
        throw e; // an answer, and no fault of the index
      } catch (IOException | UncheckedIOException | InternalError e) {
        throw unread(e, snapshot);
      } catch (RuntimeException | AssertionError | VirtualMachineError e) {
        Optional<EngineException> damage = damage(e, snapshot);
        if (damage.isPresent()) {
          throw damage.get();
        }
        throw e;
      } finally {
        newest.release(snapshot);
      }
    } catch (IOException e) {
      throw UnreadableIndex.damaged(folder, e);
    }
  }

  private EngineException unread(Throwable e, ReaderSnapshot snapshot) {
    health.unread();
    try {
      return UnreadableIndex.damaged(folder, health.failed(snapshot).orElseGet(() -> cause(e)));
    } catch (TimeoutException _) {
      return UnreadableIndex.damaged(folder, cause(e));
    }
  }

  private static IOException cause(Throwable e) {
    return switch (e) {
      case IOException read -> read;
      case UncheckedIOException read -> Objects.requireNonNull(read.getCause());
      // The JVM throws this when a file that it has mapped is truncated.
      default -> new IOException("a file was cut short", e);
    };
  }

  /**
   * Checks whether damage explains a failure. Damage can make Lucene and its callers fail in any
   * way: a stored length of two gigabytes, for instance, with only a few bytes after it.
   *
   * @return empty when nothing is damaged: then the program is at fault
   */
  private Optional<EngineException> damage(Throwable e, ReaderSnapshot snapshot) {
    try {
      return health.failed(snapshot).map(damage -> UnreadableIndex.damaged(folder, damage));
    } catch (TimeoutException _) {
      health.unread();
      return Optional.of(unverified(e));
    }
  }

  private EngineException unverified(Throwable e) {
    return new EngineException(
        "The index in %s could not be read (%s) and is being verified. Try again in a minute."
            .formatted(folder, UnreadableIndex.reason(e)),
        e);
  }

  @Override
  public Optional<String> fault() {
    try {
      return read(snapshot -> health.fault(snapshot));
    } catch (EngineException e) {
      return Optional.of("The index cannot be read.");
    }
  }

  /** The number of the commit. */
  @Override
  public long generation() {
    return read(
        snapshot -> ((DirectoryReader) snapshot.getIndexReader()).getIndexCommit().getGeneration());
  }

  @Override
  public Map<String, Long> states() {
    return Map.of(collection().name(), read(ReaderSnapshot::state));
  }

  /** Calls a listener after each newer commit, before the next one is looked for. */
  void listen(ReferenceManager.RefreshListener listener) {
    newest.addListener(listener);
  }

  /** Ends {@link #listen}. */
  void forget(ReferenceManager.RefreshListener listener) {
    newest.removeListener(listener);
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
      health.close();
      newest.close();
      directory.close();
    } catch (IOException e) {
      LOG.warn("The index in {} was not closed cleanly: {}", folder, UnreadableIndex.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
