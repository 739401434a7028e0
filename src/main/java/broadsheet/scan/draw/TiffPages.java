package broadsheet.scan.draw;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds the pages of a TIFF file, without decoding them. Source: TIFF 6.0, section 2. Stateless.
 */
final class TiffPages {
  private static final int MOST = 10_000;
  private static final int VALUE = 8;

  /** In a directory, bit 0 means a smaller copy of another image, and bit 2 a mask for one. */
  private static final int SUBFILE_TYPE = 254;

  private static final int NO_PAGE = 0b101;

  private TiffPages() {}

  /**
   * The numbers of the images that are pages, from 1 for the first image; 1 alone for other files.
   * A chain of images that leads back or out of the file ends there.
   */
  static List<Integer> numbers(ImageInputStream in) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    in.seek(0);
    if (!isTiff(in)) {
      return List.of(1);
    }
    Set<Long> seen = new HashSet<>();
    long at = in.readUnsignedInt();
    for (int number = 1; number <= MOST && at > 0 && seen.add(at); number++) {
      try {
        in.seek(at);
        if (isPage(in)) {
          numbers.add(number);
        }
        at = in.readUnsignedInt();
      } catch (IOException | IndexOutOfBoundsException e) {
        at = 0;
      }
    }
    in.seek(0);
    return numbers.isEmpty() ? List.of(1) : numbers;
  }

  private static boolean isTiff(ImageInputStream in) throws IOException {
    byte[] start = new byte[4];
    in.readFully(start);
    boolean isLittle = start[0] == 'I' && start[1] == 'I' && start[2] == 42 && start[3] == 0;
    boolean isBig = start[0] == 'M' && start[1] == 'M' && start[2] == 0 && start[3] == 42;
    in.setByteOrder(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return isLittle || isBig;
  }

  /** Reads a directory, up to the place of the next. */
  private static boolean isPage(ImageInputStream in) throws IOException {
    int entries = in.readUnsignedShort();
    boolean isPage = true;
    for (int i = 0; i < entries; i++) {
      int tag = in.readUnsignedShort();
      in.skipBytes(VALUE - Short.BYTES);
      long value = in.readUnsignedInt();
      isPage &= tag != SUBFILE_TYPE || (value & NO_PAGE) == 0;
    }
    return isPage;
  }
}
