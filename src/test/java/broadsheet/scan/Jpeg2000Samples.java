package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.path.InstalledProgram;
import broadsheet.scan.draw.OpenJpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Images in JPEG 2000, which OpenJPEG makes; tests are skipped where it is not installed. */
public final class Jpeg2000Samples {

  private Jpeg2000Samples() {}

  /** The installed decoder; skips the test if there is none. */
  public static Optional<Path> decoder() {
    Optional<Path> decoder = OpenJpeg.installed();
    assumeTrue(decoder.isPresent(), "OpenJPEG is not installed: apt install libopenjp2-tools");
    return decoder;
  }

  /**
   * An image as JPEG 2000.
   *
   * @param kind {@code jp2} for a file with boxes, {@code j2k} for a bare codestream
   */
  public static byte[] encoded(BufferedImage image, String kind) {
    try {
      Path folder = Files.createTempDirectory("jpeg2000");
      Path png = folder.resolve("image.png");
      Path encoded = folder.resolve("image." + kind);
      try {
        ImageIO.write(image, "png", png.toFile());
        encode(png, encoded);
        return Files.readAllBytes(encoded);
      } finally {
        for (Path each : Stream.of(png, encoded, folder).toList()) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void encode(Path png, Path encoded) throws IOException, InterruptedException {
    String encoder = InstalledProgram.find("opj_compress").orElseThrow().toString();
    Process process =
        new ProcessBuilder(encoder, "-i", png.toString(), "-o", encoded.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /**
   * An image whose header is harmless, and whose only tile is in precincts of 4 by 4 pixels, for
   * each of which OpenJPEG takes memory: 3 GB. Source: ISO/IEC 15444-1, A.4.2, A.6.1, A.6.4.
   */
  public static byte[] tileBomb() {
    byte[] start = header(8000, 10_000);
    start[start.length - 5] = 0; // is not halved
    return ByteBuffer.allocate(start.length + 6 + 12 + 15 + 2 + 200 + 2)
        .put(start)
        .putShort((short) 0xff5c)
        .putShort((short) 4)
        .put(new byte[] {0x40, 0x40})
        .putShort((short) 0xff90)
        .putShort((short) 10)
        .putShort((short) 0)
        .putInt(12 + 15 + 2 + 200)
        .put(new byte[] {0, 1})
        .putShort((short) 0xff52)
        .putShort((short) 13)
        .put(new byte[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x22})
        .putShort((short) 0xff93)
        .put(new byte[200])
        .putShort((short) 0xffd9)
        .array();
  }

  /** The codestream of an image without its tiles: ISO/IEC 15444-1, A.5.1 and A.6.1. */
  public static byte[] header(int width, int height) {
    return ByteBuffer.allocate(59)
        .putShort((short) 0xff4f)
        .putShort((short) 0xff51)
        .putShort((short) 41)
        .putShort((short) 0)
        .putInt(width)
        .putInt(height)
        .putLong(0)
        .putInt(width)
        .putInt(height)
        .putLong(0)
        .putShort((short) 1)
        .put(new byte[] {7, 1, 1})
        .putShort((short) 0xff52)
        .putShort((short) 12)
        .put(new byte[] {0, 0, 0, 1, 0, 5, 4, 4, 0, 0})
        .array();
  }
}
