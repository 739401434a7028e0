package broadsheet.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which a worker keeps what does not fit in memory. Both the program and the worker
 * delete it, whichever is left. The worker needs no other library for that: those of a program that
 * has ended may be gone.
 */
final class WorkerFolder {
  static final String PREFIX = "broadsheet-worker";

  private WorkerFolder() {}

  static Path create() throws IOException {
    return Files.createTempDirectory(PREFIX);
  }

  /** Deletes the folder of this process, if it is a worker with one. */
  static void deleteOwn() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (folder.getFileName() != null && folder.getFileName().toString().startsWith(PREFIX)) {
      delete(folder);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // The other of the two tries, too.
    }
  }
}
