package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import java.util.concurrent.TimeUnit;

/**
 * The program that decodes JPEG 2000, and the time that it has for all images of one page. Not
 * thread-safe.
 */
final class OpenJpegLimit {
  /** Less than a worker has for a drawing. */
  static final int SECONDS = 25;

  private final String program;
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

  /**
   * @param program its path; empty if it is not installed
   */
  OpenJpegLimit(String program) {
    this.program = program;
  }

  /**
   * The path of the program.
   *
   * @throws ParseRefusal if it is not installed
   */
  String program() throws ParseRefusal {
    requireProgram();
    return program;
  }

  /** Spares the copying of an image where the program is not installed. */
  void requireProgram() throws ParseRefusal {
    if (program.isEmpty()) {
      throw ParseRefusal.failed(OpenJpeg.MISSING, "");
    }
  }

  long millisLeft() {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
  }
}
