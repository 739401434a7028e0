package broadsheet.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

  /** Its first bytes, at most that many. */
  public byte[] head(int length) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(length);
    }
  }

  /** Opens it, wherever it is. */
  public InputStream open() throws IOException {
    return spooled.isPresent()
        ? Files.newInputStream(spooled.get())
        : new ByteArrayInputStream(content);
  }

  /** The path of its copy on disk, if it was too large for memory. */
  public Optional<Path> spooled() {
    return spooled;
  }
}
