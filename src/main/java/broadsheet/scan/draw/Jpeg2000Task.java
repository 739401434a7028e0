package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Draws a JPEG 2000 image smaller, as JPEG. Runs in the worker. */
final class Jpeg2000Task implements Task {
  /** A page of a broadsheet at 600 dots an inch has a third of these. */
  private static final double MOST_PIXELS = 400_000_000;

  /** The most that OpenJPEG takes for the samples it decodes, four bytes each. */
  private static final double MOST_BYTES = 320 << 20;

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    DrawRequest request = DrawRequest.of(options);
    Jpeg2000Header image = header(file);
    if ((double) image.width() * image.height() > MOST_PIXELS) {
      throw ParseRefusal.failed(
          "has too many pixels to be drawn", image.width() + " by " + image.height());
    }
    int factor = DrawnSize.factor((int) image.width(), request.width());
    int halvings = halvings(image, factor);
    try (OpenJpegRun run = new OpenJpegRun()) {
      int left = Math.max(1, factor >> halvings);
      parts.add(Jpeg.of(Shrinking.by(left, run.image(file, request.decoder(), halvings))));
    }
  }

  private static Jpeg2000Header header(ReceivedFile file) throws IOException, ParseRefusal {
    try (InputStream in =
        file.spooled().isPresent()
            ? Files.newInputStream(file.spooled().get())
            : new ByteArrayInputStream(file.content())) {
      return Jpeg2000Header.of(in)
          .orElseThrow(() -> ParseRefusal.failed("is no whole JPEG 2000 image", ""));
    }
  }

  /** Leaves three pixels in each direction for each of a small drawing, as far as memory allows. */
  private static int halvings(Jpeg2000Header image, int factor) throws ParseRefusal {
    int halvings = 0;
    while (halvings < image.levels() && (3L << (halvings + 1)) <= factor) {
      halvings++;
    }
    while (bytes(image, halvings) > MOST_BYTES) {
      if (halvings == image.levels()) {
        throw ParseRefusal.failed(
            "has too many pixels to be decoded", image.width() + " by " + image.height());
      }
      halvings++;
    }
    return halvings;
  }

  private static double bytes(Jpeg2000Header image, int halvings) {
    double pixels = Math.scalb((double) image.width() * image.height(), -2 * halvings);
    return pixels * image.components() * Integer.BYTES;
  }
}
