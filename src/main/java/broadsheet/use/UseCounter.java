package broadsheet.use;

import broadsheet.engine.ArchiveCollection;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the uses of collections, by month and nothing else: a kill loses those of {@value
 * #SECONDS} seconds at most. Thread-safe.
 */
public final class UseCounter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UseCounter.class);
  private static final int SECONDS = 30;

  private final @Nullable UseFile file;
  private final @Nullable ScheduledExecutorService saver;
  private UseCounts unsaved = UseCounts.NONE;
  private String lastTrouble = "";

  private UseCounter(@Nullable UseFile file, @Nullable ScheduledExecutorService saver) {
    this.file = file;
    this.saver = saver;
  }

  /** Counts nothing. */
  public static UseCounter off() {
    return new UseCounter(null, null);
  }

  /**
   * Adds to the counts in a file.
   *
   * @throws IOException when they cannot be read
   */
  public static UseCounter of(UseFile file) throws IOException {
    file.read();
    ScheduledExecutorService saver =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("use-counter").factory());
    UseCounter counter = new UseCounter(file, saver);
    var _ = saver.scheduleWithFixedDelay(counter::save, SECONDS, SECONDS, TimeUnit.SECONDS);
    return counter;
  }

  /** Counts a use of some collections. */
  public synchronized void count(UseKind kind, Collection<ArchiveCollection> some) {
    if (file != null) {
      YearMonth month = YearMonth.now(ZoneOffset.UTC);
      some.forEach(each -> unsaved = unsaved.and(UseCounts.of(month, each, kind)));
    }
  }

  /** Saves what was counted; what cannot be saved is kept for the next time. */
  synchronized void save() {
    if (file == null || unsaved.isNone()) {
      return;
    }
    try {
      file.add(unsaved);
      unsaved = UseCounts.NONE;
      lastTrouble = "";
    } catch (IOException e) {
      String trouble = WholeFile.reason(e);
      if (!trouble.equals(lastTrouble)) {
        LOG.warn("Counts of use are not saved in {}: {}", PathName.of(file.path()), trouble);
        lastTrouble = trouble;
      }
    }
  }

  @Override
  public void close() {
    if (saver != null) {
      saver.shutdown();
    }
    save();
  }
}
