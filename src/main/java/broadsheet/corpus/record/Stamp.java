package broadsheet.corpus.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** What the system tells of a file's state without its being read. Stateless. */
public final class Stamp {

  /** Clocks of file systems are coarse: a file changed so lately may change again unseen. */
  private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

  private Stamp() {}

  /**
   * Size, time of the last change, and number of the file. The time is that of the system's own
   * record of the file, which no program can set back, so a file whose stamp is the same has not
   * changed. Empty where the system does not tell it, or where the file changed just now.
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
