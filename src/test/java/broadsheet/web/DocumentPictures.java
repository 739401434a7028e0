package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * The pictures of pages in docs/images. Each is drawn by the test of its page, below {@code
 * target}; with {@code -Dpictures=docs/images} there.
 */
public final class DocumentPictures {
  /** Their heights in pixels, by name; more is cut off at the foot. */
  public static final Map<String, Integer> HEIGHTS =
      Map.of(
          "results", 780,
          "article", 1120,
          "versions", 760,
          "archive", 1190,
          "scan-strip", 300,
          "scan", 760,
          "recording", 760);

  private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));

  private DocumentPictures() {}

  /** Writes a picture, given as PNG. */
  static void write(String name, byte[] picture) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
    int height = Math.min(whole.getHeight(), Objects.requireNonNull(HEIGHTS.get(name)));
    Path file = Files.createDirectories(FOLDER).resolve(name + ".png");
    ImageIO.write(whole.getSubimage(0, 0, whole.getWidth(), height), "png", file.toFile());
    assertThat(file).isNotEmptyFile();
  }
}
