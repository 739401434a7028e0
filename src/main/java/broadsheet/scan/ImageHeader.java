package broadsheet.scan;

import broadsheet.scan.Scan.ImageFile;
import broadsheet.scan.draw.Jpeg2000Header;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the size of an image in pixels from its first bytes, without decoding it. Sources: the
 * specifications PNG (W3C), JPEG (ITU-T T.81, B.1.1.3), GIF 89a and TIFF 6.0. Stateless.
 */
final class ImageHeader {
  private static final int PNG_SIZE = 16;
  private static final int GIF_SIZE = 6;
  private static final int FIRST_FRAME = 0xc0;
  private static final int LAST_FRAME = 0xcf;
  private static final int MOST_SEGMENTS = 1_000;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int SHORT = 3;

  /** The length of an entry in a directory of TIFF. */
  private static final int ENTRY = 12;

  private ImageHeader() {}

  /** The size of an image; empty if its header does not say, or if it is a PDF. */
  static Optional<PixelSize> size(ImageFile image) throws IOException {
    Path file = image.path();
    try {
      return switch (image.kind()) {
        case PNG -> png(file);
        case GIF -> gif(file);
        case JPEG -> jpeg(file);
        case TIFF -> tiff(file, image.page());
        case JPEG_2000 -> jpeg2000(file);
        case PDF -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PixelSize> jpeg2000(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Jpeg2000Header.of(in)
          .map(image -> new PixelSize((int) image.width(), (int) image.height()));
    }
  }

  private static Optional<PixelSize> png(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(PNG_SIZE);
      return Optional.of(new PixelSize(in.readInt(), in.readInt()));
    }
  }

  private static Optional<PixelSize> gif(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(GIF_SIZE);
      int width = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
      return Optional.of(
          new PixelSize(width, Short.toUnsignedInt(Short.reverseBytes(in.readShort()))));
    }
  }

  /** Goes from segment to segment until that of the frame. */
  private static Optional<PixelSize> jpeg(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(2);
      for (int i = 0; i < MOST_SEGMENTS; i++) {
        int marker = marker(in);
        int length = in.readUnsignedShort();
        if (isFrame(marker)) {
          in.skipNBytes(1);
          int height = in.readUnsignedShort();
          return Optional.of(new PixelSize(in.readUnsignedShort(), height));
        }
        in.skipNBytes(Math.max(0, length - 2));
      }
      return Optional.empty();
    }
  }

  private static int marker(DataInputStream in) throws IOException {
    int marker = in.readUnsignedByte();
    while (marker == 0xff) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  /**
   * Excludes the tables of Huffman codes and of arithmetic coding, whose numbers are among those of
   * frames.
   */
  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != 0xc4
        && marker != 0xc8
        && marker != 0xcc;
  }

  /**
   * @param page the number of the image, 0 or 1 for the first
   */
  private static Optional<PixelSize> tiff(Path file, int page) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
      boolean isLittle = in.read() == 'I';
      channel.position(4);
      channel.position(number(in, 4, isLittle));
      for (int before = 1; before < page; before++) {
        in.skipNBytes(ENTRY * number(in, 2, isLittle));
        channel.position(number(in, 4, isLittle));
      }
      int entries = (int) number(in, 2, isLittle);
      int width = 0;
      int height = 0;
      for (int i = 0; i < entries; i++) {
        int tag = (int) number(in, 2, isLittle);
        int type = (int) number(in, 2, isLittle);
        number(in, 4, isLittle);
        long value = number(in, type == SHORT ? 2 : 4, isLittle);
        in.skipNBytes(type == SHORT ? 2 : 0);
        width = tag == WIDTH ? (int) value : width;
        height = tag == HEIGHT ? (int) value : height;
      }
      return Optional.of(new PixelSize(width, height));
    }
  }

  private static long number(DataInputStream in, int bytes, boolean isLittle) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      long next = in.readUnsignedByte();
      number = isLittle ? number | next << (Byte.SIZE * i) : number << Byte.SIZE | next;
    }
    return number;
  }
}
