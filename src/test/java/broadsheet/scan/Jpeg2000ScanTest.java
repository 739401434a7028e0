package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.PrintedPage;
import broadsheet.path.SourceRoots;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans in JPEG 2000, which OpenJPEG makes and decodes. */
@Thorough
class Jpeg2000ScanTest {

  @TempDir private Path folder;

  private Scans scans(Optional<Path> decoder) {
    return new Scans(new SourceRoots(() -> List.of(folder.toString())), decoder);
  }

  private static PrintedPage page(Path image) {
    return new PrintedPage(1, "1", 0, 0, image.toString());
  }

  /** A white page with a quarter at its lower right in a colour. */
  private static BufferedImage drawing(int width, int height, int type, Color colour) {
    BufferedImage page = new BufferedImage(width, height, type);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(colour);
    pen.fillRect(width / 2, height / 2, width, height);
    pen.dispose();
    return page;
  }

  private Path encoded(String name, BufferedImage image) throws IOException {
    String kind = name.substring(name.lastIndexOf('.') + 1);
    return Files.write(folder.resolve(name), Jpeg2000Samples.encoded(image, kind));
  }

  private static int colour(BufferedImage image, double x, double y) {
    return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xffffff;
  }

  @ParameterizedTest
  @CsvSource({"grey.jp2, 10, 0", "colour.jp2, 5, 255", "bare.j2k, 10, 0"})
  void isDrawn(String name, int type, int blue) throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    Path file = encoded(name, drawing(1200, 1600, type, new Color(0, 0, blue)));
    try (Scans scans = scans(decoder)) {
      assertThat(scans.has(page(file))).isTrue();
      assertThat(scans.isUnknownKind(page(file))).isFalse();
      assertThat(scans.size(page(file))).hasValue(new PixelSize(1200, 1600));
      ScanAnswer.Image drawn =
          (ScanAnswer.Image) scans.of(page(file), ScanSize.FULL).orElseThrow().open();
      assertThat(drawn.mediaType()).isEqualTo("image/jpeg");
      try (InputStream content = drawn.content()) {
        BufferedImage image = ImageIO.read(content);
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(1600);
        assertThat(colour(image, 0.25, 0.25) & 0xff).isGreaterThan(250);
        assertThat(colour(image, 0.75, 0.75) & 0xff).isBetween(blue - 5, blue + 5);
        assertThat(colour(image, 0.75, 0.75) >> 16).isLessThan(6);
      }
    }
  }

  @Test
  void aLargeScanIsDecodedSmaller() throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    Path file = encoded("large.jp2", drawing(6000, 4000, BufferedImage.TYPE_BYTE_GRAY, Color.GRAY));
    try (Scans scans = scans(decoder)) {
      for (ScanSize size : ScanSize.values()) {
        ScanAnswer answer = scans.of(page(file), size).orElseThrow().open();
        assertThat(answer).as(size.name()).isInstanceOf(ScanAnswer.Image.class);
        try (InputStream content = ((ScanAnswer.Image) answer).content()) {
          BufferedImage image = ImageIO.read(content);
          int factor = Math.round(6000f / size.width());
          assertThat(image.getWidth()).isBetween(6000 / factor, 6000 / factor * 4 / 3);
          assertThat((double) image.getHeight() / image.getWidth()).isBetween(0.66, 0.67);
        }
      }
    }
  }

  @Test
  void isNotShownWithoutTheProgram() throws IOException {
    Path file = folder.resolve("page.jp2");
    Files.write(file, Jpeg2000Samples.header(100, 100));
    try (Scans scans = scans(Optional.empty())) {
      assertThat(scans.has(page(file))).isFalse();
      assertThat(scans.isUnknownKind(page(file))).isTrue();
      assertThat(scans.of(page(file), ScanSize.FULL)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aDamagedOneSaysWhy(int kind) throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    Path whole = encoded("whole.jp2", drawing(300, 300, BufferedImage.TYPE_BYTE_GRAY, Color.BLACK));
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("damaged.jp2");
    String reason =
        switch (kind) {
          case 1 -> {
            Files.write(file, Arrays.copyOf(bytes, 60));
            yield "is no whole JPEG 2000 image";
          }
          case 2 -> {
            Files.write(file, Jpeg2000Samples.header(300, 300)); // and no tile
            yield "cannot be decoded by OpenJPEG";
          }
          default -> {
            Files.write(file, Jpeg2000Samples.header(2_000_000_000, 2_000_000_000));
            yield "has too many pixels to be drawn";
          }
        };
    try (Scans scans = scans(decoder)) {
      ScanAnswer answer = scans.of(page(file), ScanSize.FULL).orElseThrow().open();
      assertThat(answer).isEqualTo(new ScanAnswer.Undrawable(reason));
    }
  }

  @Test
  void aProgramThatDoesNotWorkIsNamed() throws IOException {
    Path file = folder.resolve("page.jp2");
    Files.write(file, Jpeg2000Samples.header(100, 100));
    try (Scans scans = scans(Optional.of(folder.resolve("no-such-program")))) {
      ScanAnswer answer = scans.of(page(file), ScanSize.FULL).orElseThrow().open();
      assertThat(answer).isEqualTo(new ScanAnswer.Undrawable("cannot be decoded by OpenJPEG"));
    }
  }
}
