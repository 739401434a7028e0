package broadsheet.alert;

import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the list of saved searches from changing, in this process and others, until closed. The
 * lock file is never deleted: deleting one that another process has just opened would let two in.
 */
final class AlertLock implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final FileChannel channel;

  private AlertLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Acquires the lock, waiting at most half a minute.
   *
   * @throws AlertException when it does not get the lock
   */
  static AlertLock on(Path file) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      while (attempt(channel) == null) {
        if (System.nanoTime() > end) {
          channel.close();
          throw new AlertException(
              "Another process holds " + file + ": wait until it is done, then try again.");
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
      return new AlertLock(channel);
    } catch (IOException e) {
      throw new AlertException(
          "Alerts cannot be kept: %s cannot be written (%s).".formatted(file, WholeFile.reason(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AlertException("Interrupted while waiting for " + file, e);
    }
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held in this process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new AlertException("The alerts' lock cannot be let go: " + e.getMessage(), e);
    }
  }
}
