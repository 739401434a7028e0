package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;

/** Scales down a JPEG 2000 image, and writes it as JPEG. Runs in the worker. */
final class Jpeg2000Task implements Task {
  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    DrawRequest request = DrawRequest.of(options);
    ImageTask.Width width = _ -> request.size().width();
    parts.add(
        Jpeg.of(drawn(file, request.decoder(), request.region(), width), request.size().bytes()));
  }

  /**
   * A part of the image, drawn about as wide as wanted or smaller.
   *
   * @param decoder the program that decodes it; empty if it is not installed
   */
  static BufferedImage drawn(
      ReceivedFile file, String decoder, PageRegion region, ImageTask.Width wanted)
      throws IOException, ParseRefusal {
    OpenJpegLimit limit = new OpenJpegLimit(decoder);
    limit.requireProgram();
    try (InputStream in = file.open();
        OpenJpegRun run = new OpenJpegRun(in)) {
      Jpeg2000Header header = run.header();
      int width = Math.toIntExact(header.width());
      int height = Math.toIntExact(header.height());
      int part = region.pixels(width, height).width;
      int factor = DrawnSize.factor(part, wanted.of(new ImageTask.PixelCount(width, height)));
      int halvings = Jpeg2000Size.halvings(header, halvings(factor));
      return Shrinking.by(Math.max(1, factor >> halvings), region.of(run.image(limit, halvings)));
    }
  }

  /** Leaves three pixels in each direction for each of a small drawing. */
  private static int halvings(int factor) {
    int halvings = 0;
    while (3L << (halvings + 1) <= factor) {
      halvings++;
    }
    return halvings;
  }
}
