package broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is gone, with all that is in it, once closed.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  /** An empty one where the system keeps such folders. */
  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("broadsheet"));
    } catch (IOException e) {
      throw new UsageException(
          "No temporary folder can be made (%s): make room, or name another by -Djava.io.tmpdir."
              .formatted(e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
