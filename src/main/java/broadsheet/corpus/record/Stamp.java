package broadsheet.corpus.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** The state of a file as the system reports it, without reading the file. Stateless. */
public final class Stamp {

  /** File system clocks are coarse: a file changed this recently may change again unnoticed. */
  public static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

  private Stamp() {}

  /**
   * Size, time of the last change, and file key. The time is the system's own change time, which
   * programs cannot set back, so a file with the same stamp has not changed. Empty if the system
   * does not report it, or the file has only just changed.
   */
  public static String of(Path path) {
    try {
      BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
      Instant changed = ((FileTime) Files.getAttribute(path, "unix:ctime")).toInstant();
      boolean isRecent = changed.plus(COARSEST_CLOCK).isAfter(Instant.now());
      return isRecent ? "" : basic.size() + " " + changed + " " + basic.fileKey();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }
}
