package broadsheet.scan.draw;

import broadsheet.path.PathName;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Decodes one JPEG 2000 image by OpenJPEG's program, in a folder of its own. The program has
 * nothing of the environment, and is killed when its time is over. Use once.
 */
final class OpenJpegRun implements AutoCloseable {
  static final String FAILED = "OpenJPEG cannot decode it";

  /** Less than a worker has for a drawing. */
  private static final int SECONDS = 25;

  /** Programs find their system by it on Windows. */
  private static final String SYSTEM = "SystemRoot";

  private final Path folder;
  private final Path decoded;

  OpenJpegRun() throws IOException {
    folder = Files.createTempDirectory("broadsheet-jp2");
    decoded = folder.resolve("page.png");
  }

  /**
   * The image.
   *
   * @param halvings how often its width and height are halved
   * @throws ParseRefusal if the program fails, or takes too long
   */
  BufferedImage image(ReceivedFile file, String program, int halvings)
      throws IOException, ParseRefusal {
    Path given = given(file);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                program,
                "-i",
                PathName.of(given),
                "-o",
                PathName.of(decoded),
                "-r",
                Integer.toString(halvings)));
    builder.environment().keySet().retainAll(Set.of(SYSTEM));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    run(builder);
    BufferedImage image = Files.exists(decoded) ? ImageIO.read(decoded.toFile()) : null;
    if (image == null) {
      throw ParseRefusal.failed(FAILED, "no image");
    }
    return image;
  }

  /** The file under a name that says its kind, by which the program goes. */
  private Path given(ReceivedFile file) throws IOException {
    byte[] head = file.content();
    if (file.spooled().isPresent()) {
      try (InputStream in = Files.newInputStream(file.spooled().get())) {
        head = in.readNBytes(1);
      }
    }
    Path given = folder.resolve(Jpeg2000Header.isWithBoxes(head) ? "page.jp2" : "page.j2k");
    if (file.spooled().isPresent()) {
      Files.createLink(given, file.spooled().get());
    } else {
      Files.write(given, file.content());
    }
    return given;
  }

  private static void run(ProcessBuilder builder) throws ParseRefusal {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw ParseRefusal.failed(FAILED, String.valueOf(e.getMessage()));
    }
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw ParseRefusal.failed("takes too long to decode", "more than " + SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw ParseRefusal.failed(FAILED, "exit code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ParseRefusal.failed(FAILED, "interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Deletes the files. */
  @Override
  public void close() throws IOException {
    for (String name : List.of("page.jp2", "page.j2k", "page.png")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }
}
