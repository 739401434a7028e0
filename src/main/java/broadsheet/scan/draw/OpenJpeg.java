package broadsheet.scan.draw;

import broadsheet.path.InstalledProgram;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the program that decodes JPEG 2000. Stateless. */
public final class OpenJpeg {

  /** The most bytes of a page's image: a larger file is not the scan of a page. */
  public static final long LARGEST = 512L << 20;

  /** Said of a picture where the program is not installed. */
  static final String MISSING =
      "is in JPEG 2000, which needs OpenJPEG (apt install libopenjp2-tools)";

  private static final String PROGRAM = "opj_decompress";

  private OpenJpeg() {}

  /** The program; empty if it is not installed. */
  public static Optional<Path> installed() {
    return InstalledProgram.find(PROGRAM);
  }
}
