package broadsheet.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file lock on the use of a folder: shared by many processes, or exclusive to one. Ends with the
 * process at the latest. An empty file in the folder carries it.
 */
public final class UseLock implements AutoCloseable {

  /** The name of the file. */
  public static final String NAME = "in-use.lock";

  private final @Nullable FileChannel channel;

  private UseLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Shares a folder with others. On a read-only medium, the lock cannot be kept and is not needed.
   *
   * @return empty when another process has it to itself
   */
  public static Optional<UseLock> shared(Path folder) {
    try {
      return locked(folder, true);
    } catch (IOException e) {
      return Optional.of(new UseLock(null));
    }
  }

  /**
   * Takes a folder, which exists.
   *
   * @return empty when others use it
   */
  public static Optional<UseLock> exclusive(Path folder) throws IOException {
    return locked(folder, false);
  }

  private static Optional<UseLock> locked(Path folder, boolean isShared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, isShared);
      if (lock != null) {
        return Optional.of(new UseLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // this process has it already
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // the lock ends with the process
      }
    }
  }
}
