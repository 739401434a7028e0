package broadsheet.worker;

import java.nio.file.Path;
import java.util.Optional;

/** A file that a worker received, in memory or in the worker's own folder. Immutable. */
public final class ReceivedFile {
  private final byte[] content;
  private final Optional<Path> spooled;

  private ReceivedFile(byte[] content, Optional<Path> spooled) {
    this.content = content;
    this.spooled = spooled;
  }

  static ReceivedFile inMemory(byte[] content) {
    return new ReceivedFile(content, Optional.empty());
  }

  static ReceivedFile onDisk(Path spooled) {
    return new ReceivedFile(new byte[0], Optional.of(spooled));
  }

  /** All of it, not to be changed; empty if it was too large for memory. */
  public byte[] content() {
    return content;
  }

  /** The path of its copy on disk, if it was too large for memory. */
  public Optional<Path> spooled() {
    return spooled;
  }
}
