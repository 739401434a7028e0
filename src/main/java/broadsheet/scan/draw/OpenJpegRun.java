package broadsheet.scan.draw;

import broadsheet.path.PathName;
import broadsheet.worker.ParseRefusal;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes one JPEG 2000 image by OpenJPEG's program, in a folder of its own. The program has
 * nothing of the environment and a limit on its memory, and is killed when its time is over. Use
 * once.
 */
final class OpenJpegRun implements AutoCloseable {
  static final String FAILED = "cannot be decoded by OpenJPEG";
  static final String TOO_SLOW = "takes too long to decode";

  /** Programs find their system by it on Windows. */
  private static final String SYSTEM = "SystemRoot";

  /**
   * Starts a program with at most 1 GB, where the system can limit it: a header may promise little,
   * and the tiles after it claim 12 GB. The largest image that is decoded takes a third of this.
   */
  private static final String LIMITED = "ulimit -v 1048576 2>/dev/null; exec \"$0\" \"$@\"";

  private final Path folder;
  private final Path given;
  private final Path decoded;

  /**
   * @param encoded the image, which is copied
   */
  OpenJpegRun(InputStream encoded) throws IOException, ParseRefusal {
    folder = Files.createTempDirectory("broadsheet-jp2");
    decoded = folder.resolve("page.png");
    BufferedInputStream in = new BufferedInputStream(encoded);
    in.mark(1);
    int first = in.read();
    in.reset();
    // The program goes by the name of a file.
    given = folder.resolve(Jpeg2000Header.isWithBoxes(first) ? "page.jp2" : "page.j2k");
    try (OutputStream out = Files.newOutputStream(given)) {
      copy(in, out);
    } catch (IOException | ParseRefusal e) {
      close();
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException, ParseRefusal {
    byte[] piece = new byte[1 << 16];
    long size = 0;
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      size += read;
      if (size > OpenJpeg.LARGEST) {
        throw ParseRefusal.failed("is too large to be decoded", "more than 512 MB");
      }
      out.write(piece, 0, read);
    }
  }

  /**
   * The header of the image.
   *
   * @throws ParseRefusal if it is damaged, or has too many pixels
   */
  Jpeg2000Header header() throws IOException, ParseRefusal {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(given))) {
      Jpeg2000Header header =
          Jpeg2000Header.of(in)
              .orElseThrow(() -> ParseRefusal.failed("is no whole JPEG 2000 image", ""));
      Jpeg2000Size.check(header);
      return header;
    }
  }

  /**
   * The image.
   *
   * @param halvings how often its width and height are halved
   * @throws ParseRefusal if the program fails, or takes too long
   */
  BufferedImage image(OpenJpegLimit limit, int halvings) throws IOException, ParseRefusal {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      command.addAll(List.of("/bin/sh", "-c", LIMITED));
    }
    command.addAll(
        List.of(
            limit.program(),
            "-i",
            PathName.of(given),
            "-o",
            PathName.of(decoded),
            "-r",
            Integer.toString(halvings)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(Set.of(SYSTEM));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    run(builder, limit);
    if (!Files.exists(decoded)) {
      throw ParseRefusal.failed(FAILED, "no image");
    }
    return read(Jpeg2000Size.pixels(header(), halvings));
  }

  /**
   * @param most more pixels are another image than the header promised
   */
  private BufferedImage read(double most) throws IOException, ParseRefusal {
    try (ImageInputStream in = new FileImageInputStream(decoded.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw ParseRefusal.failed(FAILED, "no image");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((double) reader.getWidth(0) * reader.getHeight(0) > most) {
          throw ParseRefusal.failed(FAILED, "larger than its header says");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  private static void run(ProcessBuilder builder, OpenJpegLimit limit) throws ParseRefusal {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw ParseRefusal.failed(FAILED, String.valueOf(e.getMessage()));
    }
    try {
      if (!process.waitFor(limit.millisLeft(), TimeUnit.MILLISECONDS)) {
        throw ParseRefusal.failed(TOO_SLOW, "more than " + OpenJpegLimit.SECONDS + " s");
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
    Files.deleteIfExists(given);
    Files.deleteIfExists(decoded);
    Files.deleteIfExists(folder);
  }
}
