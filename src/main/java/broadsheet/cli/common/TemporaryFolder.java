package broadsheet.cli.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is deleted, with everything in it, when closed.
 *
 * @param path its path
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

  /** Creates an empty folder in the system's place for temporary files. */
  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("broadsheet"));
    } catch (IOException e) {
      throw new UsageException(
          "Cannot create a temporary folder (%s): free some space, or choose another place with -Djava.io.tmpdir."
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
