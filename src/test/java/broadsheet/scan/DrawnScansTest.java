package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.PrintedPage;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.path.SourceRoots;
import broadsheet.recognize.ScanSamples;
import broadsheet.scan.draw.PageRegion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans that are drawn by a real worker. */
@SuppressWarnings("NullAway.Init")
class DrawnScansTest {
  @TempDir private static Path folder;
  @AutoClose private static Scans scans;

  @BeforeAll
  static void open() {
    scans = new Scans(new SourceRoots(() -> List.of(folder.toString())));
  }

  private static ScanAnswer answer(Path image, int page, ScanSize size) throws IOException {
    String place = page == 0 ? image.toString() : image + "#page=" + page;
    return scans.of(new PrintedPage(1, "1", 0, 0, place), size).orElseThrow().open();
  }

  private static PixelSize said(Path image, int width, int height) {
    return scans.size(new PrintedPage(1, "1", width, height, image.toString())).orElseThrow();
  }

  private static BufferedImage drawn(Path image, int page, ScanSize size) throws IOException {
    ScanAnswer answer = answer(image, page, size);
    assertThat(answer).isInstanceOf(ScanAnswer.Image.class);
    ScanAnswer.Image shown = (ScanAnswer.Image) answer;
    assertThat(shown.mediaType()).isEqualTo("image/jpeg");
    try (InputStream content = shown.content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(bytes).hasSize((int) shown.size());
      return ImageIO.read(new ByteArrayInputStream(bytes));
    }
  }

  /** A white page with a black quarter at its lower right. */
  private static BufferedImage page(int width, int height, int type) {
    BufferedImage page = new BufferedImage(width, height, type);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    pen.fillRect(width / 2, height / 2, width, height);
    pen.dispose();
    return page;
  }

  private static Path tiff(String name, BufferedImage image, String compression)
      throws IOException {
    Path file = folder.resolve(name);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static int grey(BufferedImage image, double x, double y) {
    return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xff;
  }

  @ParameterizedTest
  @CsvSource({
    "12, CCITT T.6",
    "12, LZW",
    "10, Deflate",
    "10, PackBits",
    "5, LZW",
    "5, JPEG",
    "11, LZW"
  })
  void tiffOfEveryKindIsDrawn(int type, String compression) throws IOException {
    BufferedImage scan = page(400, 600, type);
    BufferedImage drawn =
        drawn(tiff(type + compression + ".tif", scan, compression), 0, ScanSize.FULL);
    assertThat(drawn.getWidth()).isEqualTo(400);
    assertThat(drawn.getHeight()).isEqualTo(600);
    assertThat(grey(drawn, 0.25, 0.25)).isGreaterThan(250);
    assertThat(grey(drawn, 0.75, 0.75)).isLessThan(5);
  }

  @Test
  void aLargeScanIsDrawnSmallerAndThinStrokesStayVisible() throws IOException {
    BufferedImage scan = page(9000, 300, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < 300; y++) {
      scan.setRGB(100, y, 0);
    }
    BufferedImage drawn = drawn(tiff("large.tif", scan, "CCITT T.6"), 0, ScanSize.FULL);
    assertThat(drawn.getWidth()).isEqualTo(3000);
    assertThat(drawn.getHeight()).isEqualTo(100);
    assertThat(drawn.getRGB(33, 20) & 0xff).isBetween(120, 220);
    assertThat(grey(drawn, 0.25, 0.25)).isGreaterThan(250);
    BufferedImage small = drawn(folder.resolve("large.tif"), 0, ScanSize.SMALL);
    assertThat(small.getWidth()).isBetween(270, 540);
    assertThat(grey(small, 0.75, 0.75)).isLessThan(5);
  }

  @Test
  void aRegionIsDrawnAloneAndTakesAtMostItsBytes() throws IOException {
    BufferedImage noise = page(3000, 3000, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(7);
    for (int y = 0; y < 2000; y++) {
      for (int x = 0; x < 3000; x++) {
        noise.getRaster().setSample(x, y, 0, random.nextInt(256));
      }
    }
    Path scan = folder.resolve("noise.png");
    ImageIO.write(noise, "png", scan.toFile());
    BufferedImage white = strip(scan, "pct:0,70,50,10");
    assertThat(white.getWidth()).isEqualTo(750);
    assertThat(white.getHeight()).isEqualTo(150);
    assertThat(grey(white, 0.99, 0.5)).isGreaterThan(250);
    assertThat(grey(strip(scan, "pct:50,70,50,10"), 0.01, 0.5)).isLessThan(5);
    assertThat(strip(scan, "pct:0,0,60,60").getWidth()).isPositive();
  }

  private static BufferedImage strip(Path image, String region) throws IOException {
    PrintedPage page = new PrintedPage(1, "1", 0, 0, image.toString());
    PageRegion part = PageRegion.parse(region).orElseThrow();
    ScanAnswer answer = scans.of(page, ScanSize.STRIP, part).orElseThrow().open();
    try (InputStream content = ((ScanAnswer.Image) answer).content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(bytes).hasSizeLessThan(40_000);
      return ImageIO.read(new ByteArrayInputStream(bytes));
    }
  }

  @Test
  void greyStaysAsDarkAsItIs() throws IOException {
    BufferedImage scan = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
    int[] middle = new int[50 * 50];
    Arrays.fill(middle, 100);
    scan.getRaster().setPixels(0, 0, 50, 50, middle);
    BufferedImage drawn = drawn(tiff("grey.tif", scan, "LZW"), 0, ScanSize.FULL);
    assertThat(drawn.getRaster().getSample(25, 25, 0)).isBetween(98, 102);
  }

  @Test
  void aPageOfAPdfIsDrawn() throws IOException {
    Path pdf = Files.write(folder.resolve("story.pdf"), PdfSamples.story("HARBOUR"));
    BufferedImage drawn = drawn(pdf, 1, ScanSize.FULL);
    double scale = drawn.getWidth() / 595.0;
    assertThat(drawn.getWidth()).isBetween(2400, 2500);
    assertThat(dark(drawn, 60 * scale, 56 * scale, 180 * scale, 82 * scale)).isGreaterThan(2000);
    assertThat(dark(drawn, 400 * scale, 400 * scale, 590 * scale, 800 * scale)).isZero();
    assertThat(drawn(pdf, 1, ScanSize.SMALL).getWidth()).isBetween(355, 361);
    assertThat(answer(pdf, 2, ScanSize.FULL)).isInstanceOf(ScanAnswer.Undrawable.class);
  }

  private static int dark(
      BufferedImage image, double left, double top, double right, double bottom) {
    int dark = 0;
    for (int x = (int) left; x < right; x++) {
      for (int y = (int) top; y < bottom; y++) {
        dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void anImageOfTooManyPixelsIsRefusedBeforeItIsRead() throws IOException {
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 7);
    entry(tiff, 256, 60_000);
    entry(tiff, 257, 60_000);
    entry(tiff, 258, 8);
    entry(tiff, 259, 1);
    entry(tiff, 262, 1);
    entry(tiff, 273, 100);
    entry(tiff, 279, 100);
    Path bomb = Files.write(folder.resolve("bomb.tif"), tiff.array());
    assertThat(answer(bomb, 0, ScanSize.FULL))
        .isEqualTo(new ScanAnswer.Undrawable("has too many pixels to be drawn"));
  }

  private static void entry(ByteBuffer tiff, int tag, int value) {
    tiff.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
  }

  @Test
  void damagedImagesAreUndrawableAndTheNextIsDrawn() throws IOException {
    Random random = new Random(7);
    byte[] tiff =
        Files.readAllBytes(
            tiff("sound.tif", page(300, 300, BufferedImage.TYPE_BYTE_BINARY), "CCITT T.6"));
    byte[] pdf = PdfSamples.story("Sound");
    for (int i = 0; i < 30; i++) {
      byte[] sound = i % 2 == 0 ? tiff : pdf;
      byte[] damaged = Arrays.copyOf(sound, sound.length - random.nextInt(sound.length / 2));
      for (int k = 0; k < 8; k++) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
      }
      Path file =
          Files.write(folder.resolve("damaged" + i + (i % 2 == 0 ? ".tif" : ".pdf")), damaged);
      ScanAnswer answer = answer(file, i % 2, ScanSize.SMALL);
      if (answer instanceof ScanAnswer.Image image) {
        image.content().close();
      }
      assertThat(answer).isNotInstanceOf(ScanAnswer.Busy.class);
    }
    assertThat(drawn(folder.resolve("sound.tif"), 0, ScanSize.SMALL).getWidth()).isEqualTo(300);
  }

  @Test
  void theSizeIsSaidWithoutDrawing() throws IOException {
    BufferedImage page = page(310, 470, BufferedImage.TYPE_BYTE_GRAY);
    for (String kind : List.of("jpg", "png", "gif")) {
      Path file = folder.resolve("said." + kind);
      ImageIO.write(page, kind, file.toFile());
      assertThat(said(file, 0, 0)).isEqualTo(new PixelSize(310, 470));
    }
    assertThat(said(tiff("said.tif", page, "LZW"), 0, 0)).isEqualTo(new PixelSize(310, 470));
    Path large = tiff("wide.tif", page(9001, 310, BufferedImage.TYPE_BYTE_BINARY), "LZW");
    BufferedImage drawn = drawn(large, 0, ScanSize.FULL);
    assertThat(said(large, 0, 0)).isEqualTo(new PixelSize(drawn.getWidth(), drawn.getHeight()));
    Path pdf = Files.write(folder.resolve("said.pdf"), PdfSamples.story("HARBOUR"));
    PixelSize said = said(pdf, 595, 842);
    drawn = drawn(pdf, 1, ScanSize.FULL);
    assertThat(said.width()).isBetween(drawn.getWidth() - 3, drawn.getWidth() + 3);
    assertThat(said.height()).isBetween(drawn.getHeight() - 3, drawn.getHeight() + 3);
    Path cut = Files.write(folder.resolve("cut.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, -1, 1});
    assertThat(scans.size(new PrintedPage(1, "1", 0, 0, cut.toString()))).isEmpty();
  }

  @Test
  void eachPageOfATiffIsDrawn() throws IOException {
    byte[] tiff = ScanSamples.tiff(List.of("One", "Two"), true);
    Path file = Files.write(folder.resolve("pages.tif"), tiff);
    assertThat(drawn(file, 0, ScanSize.FULL).getWidth()).isEqualTo(1240);
    assertThat(drawn(file, 2, ScanSize.FULL).getWidth()).as("its copy").isEqualTo(310);
    assertThat(drawn(file, 3, ScanSize.FULL).getWidth()).isEqualTo(1240);
    assertThat(answer(file, 9, ScanSize.FULL)).isInstanceOf(ScanAnswer.Undrawable.class);
    PrintedPage copy = new PrintedPage(1, "1", 0, 0, file + "#page=2");
    assertThat(scans.size(copy)).hasValue(new PixelSize(310, 438));
  }

  @Test
  void aChangedImageIsDrawnAnew() throws IOException {
    Path scan = tiff("changed.tif", page(100, 100, BufferedImage.TYPE_BYTE_BINARY), "LZW");
    assertThat(drawn(scan, 0, ScanSize.FULL).getWidth()).isEqualTo(100);
    tiff("changed.tif", page(220, 100, BufferedImage.TYPE_BYTE_BINARY), "LZW");
    assertThat(drawn(scan, 0, ScanSize.FULL).getWidth()).isEqualTo(220);
  }
}
