package broadsheet.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The resources that a process takes at a moment, according to Linux.
 *
 * @param memory the resident private memory, in MB: heap, threads and buffers, but not the mapped
 *     index
 * @param mapped the resident memory backed by files, in MB: mostly the index, which the system can
 *     release
 * @param threads the number of threads
 * @param files the number of open descriptors
 * @param deleted the number of deleted files that it holds open or mapped
 */
record ProcessUse(long memory, long mapped, long threads, long files, long deleted) {

  private static final String DELETED = " (deleted)";

  /** The resources of that process now. */
  static ProcessUse of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> status = Files.readAllLines(process.resolve("status"));
    long files = 0;
    long deleted =
        Files.readAllLines(process.resolve("maps")).stream()
            .filter(line -> line.endsWith(DELETED))
            .map(line -> line.substring(line.indexOf('/')))
            .distinct()
            .count();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : open) {
        files++;
        deleted += target(descriptor).endsWith(DELETED) ? 1 : 0;
      }
    }
    return new ProcessUse(
        number(status, "RssAnon:") / 1024,
        number(status, "RssFile:") / 1024,
        number(status, "Threads:"),
        files,
        deleted);
  }

  private static String target(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return ""; // closed meanwhile
    }
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
