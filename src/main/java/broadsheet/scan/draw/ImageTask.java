package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Scales down an image of a TIFF, JPEG, PNG or GIF file, and writes it as JPEG. Runs in the worker.
 */
final class ImageTask implements Task {
  private static final Set<String> KINDS = Set.of("tif", "tiff", "jpeg", "png", "gif");

  /** A page of a broadsheet at 600 dots an inch has a third of these. */
  static final long MOST_PIXELS = 400_000_000;

  /** The most that an image takes when it is read; a larger one is read with gaps. */
  private static final long MOST_BYTES = 160L << 20;

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    DrawRequest request = DrawRequest.of(options);
    int number = Math.max(1, request.page());
    Width width = _ -> request.size().width();
    parts.add(Jpeg.of(drawn(file, number, request.region(), width), request.size().bytes()));
  }

  /** Chooses the width of a drawing by the size of the image. */
  interface Width {
    int of(PixelCount image);
  }

  /** The size of an image. */
  record PixelCount(int width, int height) {
    long pixels() {
      return (long) width * height;
    }
  }

  /** The numbers of the images of a file that are pages, from 1. */
  static List<Integer> numbers(ReceivedFile file) throws IOException {
    try (ImageInputStream in = stream(file)) {
      return TiffPages.numbers(in);
    } catch (EOFException e) {
      return List.of(1);
    }
  }

  /**
   * A part of an image of a file, drawn about as wide as wanted or smaller.
   *
   * @param number its number in the file, from 1
   */
  static BufferedImage drawn(ReceivedFile file, int number, PageRegion region, Width wanted)
      throws IOException, ParseRefusal {
    try (ImageInputStream in = stream(file)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      if (reader == null || !KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        throw ParseRefusal.failed("is no image of a kind that can be drawn", "");
      }
      try {
        reader.setInput(in, true, true);
        return drawn(reader, number - 1, region, wanted);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageInputStream stream(ReceivedFile file) throws IOException {
    return file.spooled().isPresent()
        ? new FileImageInputStream(file.spooled().get().toFile())
        : new MemoryCacheImageInputStream(new ByteArrayInputStream(file.content()));
  }

  private static BufferedImage drawn(ImageReader reader, int index, PageRegion region, Width wanted)
      throws IOException, ParseRefusal {
    PixelCount size = new PixelCount(reader.getWidth(index), reader.getHeight(index));
    if (size.pixels() > MOST_PIXELS) {
      throw ParseRefusal.failed(
          "has too many pixels to be drawn", size.width() + " by " + size.height());
    }
    Rectangle part = region.pixels(size.width(), size.height());
    int factor = DrawnSize.factor(part.width, wanted.of(size));
    int gap = gap((long) part.width * part.height, bits(reader, index), factor);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(part);
    param.setSourceSubsampling(gap, gap, 0, 0);
    return Shrinking.by(Math.max(1, factor / gap), reader.read(index, param));
  }

  private static int bits(ImageReader reader, int index) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
    return types.hasNext() ? types.next().getColorModel().getPixelSize() : Integer.SIZE;
  }

  /**
   * The step between pixels that are read. Three in each direction are enough for each pixel of a
   * small drawing.
   */
  private static int gap(long pixels, int bits, int factor) {
    int gap = Math.max(1, factor / 3);
    while (pixels / gap / gap * bits / Byte.SIZE > MOST_BYTES) {
      gap++;
    }
    return gap;
  }
}
