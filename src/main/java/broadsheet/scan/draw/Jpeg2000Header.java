package broadsheet.scan.draw;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The size of a JPEG 2000 image, from its header. Source: ISO/IEC 15444-1, Annexes A and I.
 * Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 * @param components the number of its colours
 * @param levels how often its width and height can be halved while it is decoded
 */
public record Jpeg2000Header(long width, long height, int components, int levels) {
  /** The number of bytes by which such an image is known. */
  static final int START_LENGTH = 12;

  private static final Pattern BEGINNING =
      Pattern.compile("\0\0\0\fjP  \r\n\u0087\n|\u00ffO\u00ffQ");

  private static final int SIGNATURE_BOX = 0x0000000c;
  private static final int CODESTREAM_BOX = 0x6a703263;
  private static final int START = 0xff4f;
  private static final int SIZE = 0xff51;
  private static final int CODING = 0xff52;
  private static final int TILE = 0xff90;
  private static final int MOST_PARTS = 1_000;

  /** Up to the sizes of tiles, which come before the number of components. */
  private static final int BEFORE_COMPONENTS = 16;

  /** The style, the order, the number of layers and the colour transform. */
  private static final int BEFORE_LEVELS = 5;

  /** The header of an image; empty if it is none, damaged or cut off. */
  public static Optional<Jpeg2000Header> of(InputStream file) throws IOException {
    try {
      DataInputStream in = new DataInputStream(file);
      int first = in.readInt();
      boolean isFound = first == SIGNATURE_BOX ? isAtCodestream(in) : first >>> Short.SIZE == START;
      return isFound ? header(in, first != SIGNATURE_BOX) : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /** Skips the boxes of a JP2 file before the one with the image. */
  private static boolean isAtCodestream(DataInputStream in) throws IOException {
    in.skipNBytes(SIGNATURE_BOX - Integer.BYTES);
    for (int box = 0; box < MOST_PARTS; box++) {
      long length = Integer.toUnsignedLong(in.readInt());
      int type = in.readInt();
      int head = 2 * Integer.BYTES;
      if (length == 1) {
        length = in.readLong();
        head += Long.BYTES;
      }
      if (type == CODESTREAM_BOX) {
        return in.readUnsignedShort() == START;
      }
      if (length < head) {
        return false;
      }
      in.skipNBytes(length - head);
    }
    return false;
  }

  /**
   * @param isSizeNext whether the marker of the size was read already
   */
  private static Optional<Jpeg2000Header> header(DataInputStream in, boolean isSizeNext)
      throws IOException {
    Jpeg2000Header size = null;
    int marker = isSizeNext ? SIZE : in.readUnsignedShort();
    for (int part = 0; part < MOST_PARTS && marker != TILE; part++) {
      int length = in.readUnsignedShort() - Short.BYTES;
      if (marker == SIZE) {
        in.skipNBytes(Short.BYTES);
        long right = Integer.toUnsignedLong(in.readInt());
        long bottom = Integer.toUnsignedLong(in.readInt());
        long width = right - Integer.toUnsignedLong(in.readInt());
        long height = bottom - Integer.toUnsignedLong(in.readInt());
        in.skipNBytes(BEFORE_COMPONENTS);
        size = new Jpeg2000Header(width, height, in.readUnsignedShort(), 0);
        in.skipNBytes(length - Short.BYTES - 4 * Integer.BYTES - BEFORE_COMPONENTS - Short.BYTES);
      } else if (marker == CODING && size != null) {
        in.skipNBytes(BEFORE_LEVELS);
        return Optional.of(
                new Jpeg2000Header(size.width, size.height, size.components, in.readUnsignedByte()))
            .filter(Jpeg2000Header::isSound);
      } else {
        in.skipNBytes(length);
      }
      marker = in.readUnsignedShort();
    }
    return Optional.empty();
  }

  private boolean isSound() {
    return width > 0 && height > 0 && components > 0 && levels <= Byte.SIZE * Integer.BYTES;
  }

  /** Whether these first bytes are those of a file in JPEG 2000, or of a bare codestream. */
  static boolean isBegunBy(byte[] head) {
    return BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /** Whether a first byte is that of a whole file, and of no bare codestream. */
  static boolean isWithBoxes(int first) {
    return first == 0;
  }
}
