package broadsheet.scan;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.path.SourceRoots;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of PDFs whose pictures are in JPEG 2000 or JBIG2, or cannot be decoded. */
class PdfPictureTest {
  private static final Color PAPER = new Color(255, 250, 200);
  private static final Color INK = new Color(160, 0, 0);
  private static final float WIDTH = PDRectangle.A4.getWidth();
  private static final float HEIGHT = PDRectangle.A4.getHeight();

  @TempDir private Path folder;

  /** Makes the pictures of a page, which are drawn one over the other. */
  private interface Pictures {
    List<PDImageXObject> of(PDDocument document) throws IOException;
  }

  private static byte[] pdf(Pictures pictures) {
    return PdfSamples.pdf(
        document -> {
          PDPage page = PdfSamples.page(document, PDRectangle.A4);
          try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (PDImageXObject each : pictures.of(document)) {
              content.drawImage(each, 0, 0, WIDTH, HEIGHT);
            }
          }
        });
  }

  private ScanAnswer answer(byte[] pdf, Optional<Path> decoder) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "page", ".pdf"), pdf);
    try (Scans scans = new Scans(new SourceRoots(() -> List.of(folder.toString())), decoder)) {
      PrintedPage page = new PrintedPage(1, "1", (int) WIDTH, (int) HEIGHT, file.toString());
      ScanAnswer answer = scans.of(page, ScanSize.FULL).orElseThrow().open();
      if (answer instanceof ScanAnswer.Image image) {
        try (InputStream content = image.content()) {
          byte[] bytes = content.readAllBytes();
          return new ScanAnswer.Image(
              image.mediaType(), bytes.length, new ByteArrayInputStream(bytes));
        }
      }
      return answer;
    }
  }

  private BufferedImage drawn(byte[] pdf, Optional<Path> decoder) throws IOException {
    ScanAnswer answer = answer(pdf, decoder);
    assertThat(answer).isInstanceOf(ScanAnswer.Image.class);
    return ImageIO.read(((ScanAnswer.Image) answer).content());
  }

  /** A picture of one colour with a quarter at its lower right in another. */
  private static BufferedImage quarter(int width, int type, Color paper, Color ink) {
    BufferedImage page = new BufferedImage(width, width * 4 / 3, type);
    Graphics2D pen = page.createGraphics();
    pen.setColor(paper);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setColor(ink);
    pen.fillRect(page.getWidth() / 2, page.getHeight() / 2, page.getWidth(), page.getHeight());
    pen.dispose();
    return page;
  }

  private static PDImageXObject jpeg2000(
      PDDocument document, byte[] encoded, @Nullable PDColorSpace colours) throws IOException {
    PDImageXObject picture =
        new PDImageXObject(
            document, new ByteArrayInputStream(encoded), COSName.JPX_DECODE, 1, 1, 8, colours);
    if (colours == null) {
      picture.getCOSObject().removeItem(COSName.COLORSPACE);
    }
    return picture;
  }

  private static void assertColour(BufferedImage image, double x, double y, Color expected) {
    Color found =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    for (int i = 0; i < 3; i++) {
      assertThat(found.getColorComponents(null)[i])
          .as(found.toString())
          .isBetween(
              expected.getColorComponents(null)[i] - 0.03f,
              expected.getColorComponents(null)[i] + 0.03f);
    }
  }

  @Thorough
  @ParameterizedTest
  @CsvSource({"grey, jp2", "grey, j2k", "colour, jp2", "unsaid grey, jp2", "unsaid colour, jp2"})
  void aPictureInJpeg2000IsDrawn(String colours, String kind) throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    boolean isGrey = colours.endsWith("grey");
    Color paper = isGrey ? Color.LIGHT_GRAY : PAPER;
    Color ink = isGrey ? Color.DARK_GRAY : INK;
    PDColorSpace stated = isGrey ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
    int type = isGrey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage page = new BufferedImage(1200, 1600, type);
    fill(page, isGrey, paper, ink);
    byte[] encoded = Jpeg2000Samples.encoded(page, kind);
    byte[] pdf =
        pdf(doc -> List.of(jpeg2000(doc, encoded, colours.startsWith("unsaid") ? null : stated)));
    BufferedImage drawn = drawn(pdf, decoder);
    assertColour(drawn, 0.25, 0.25, paper);
    assertColour(drawn, 0.75, 0.75, ink);
  }

  /** Sets the samples themselves: to draw in grey would make it brighter. */
  private static void fill(BufferedImage page, boolean isGrey, Color paper, Color ink) {
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        boolean isInk = x > page.getWidth() / 2 && y > page.getHeight() / 2;
        Color colour = isInk ? ink : paper;
        if (isGrey) {
          page.getRaster().setSample(x, y, 0, colour.getRed());
        } else {
          page.setRGB(x, y, colour.getRGB());
        }
      }
    }
  }

  /**
   * Mixed raster content, as the Internet Archive writes it: the paper in JPEG 2000, and over it
   * the colours of the ink, also in JPEG 2000, through a mask of the letters in JBIG2.
   */
  @Thorough
  @Test
  void layersInJpeg2000AndJbig2AreDrawnOneOverTheOther() throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    int rgb = BufferedImage.TYPE_3BYTE_BGR;
    byte[] paper = Jpeg2000Samples.encoded(quarter(300, rgb, PAPER, PAPER), "jp2");
    byte[] ink = Jpeg2000Samples.encoded(quarter(150, rgb, INK, INK), "jp2");
    BufferedImage letters = quarter(1800, BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK);
    byte[] pdf =
        pdf(
            document -> {
              PDImageXObject mask = Jbig2Samples.picture(document, letters);
              COSArray inverted = new COSArray();
              inverted.add(new COSFloat(1));
              inverted.add(new COSFloat(0));
              mask.getCOSObject().setItem(COSName.DECODE, inverted);
              PDImageXObject above = jpeg2000(document, ink, PDDeviceRGB.INSTANCE);
              above.getCOSObject().setItem(COSName.SMASK, mask);
              return List.of(jpeg2000(document, paper, PDDeviceRGB.INSTANCE), above);
            });
    BufferedImage drawn = drawn(pdf, decoder);
    assertColour(drawn, 0.25, 0.25, PAPER);
    assertColour(drawn, 0.75, 0.25, PAPER);
    assertColour(drawn, 0.75, 0.75, INK);
  }

  @Thorough
  @Test
  void aMaskInJpeg2000IsDecoded() throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    byte[] mask =
        Jpeg2000Samples.encoded(
            quarter(600, BufferedImage.TYPE_BYTE_GRAY, Color.BLACK, Color.WHITE), "jp2");
    byte[] pdf =
        pdf(
            document -> {
              PDImageXObject ink =
                  LosslessFactory.createFromImage(
                      document, quarter(30, BufferedImage.TYPE_3BYTE_BGR, INK, INK));
              ink.getCOSObject()
                  .setItem(COSName.SMASK, jpeg2000(document, mask, PDDeviceGray.INSTANCE));
              return List.of(ink);
            });
    BufferedImage drawn = drawn(pdf, decoder);
    assertColour(drawn, 0.25, 0.25, Color.WHITE);
    assertColour(drawn, 0.75, 0.75, INK);
  }

  @Test
  void aPictureInJbig2IsDrawn() throws IOException {
    BufferedImage page = quarter(1200, BufferedImage.TYPE_BYTE_BINARY, Color.WHITE, Color.BLACK);
    byte[] pdf = pdf(document -> List.of(Jbig2Samples.picture(document, page)));
    BufferedImage drawn = drawn(pdf, Optional.empty());
    assertColour(drawn, 0.25, 0.25, Color.WHITE);
    assertColour(drawn, 0.75, 0.75, Color.BLACK);
  }

  private static byte[] ofOne(byte[] encoded) {
    return pdf(document -> List.of(jpeg2000(document, encoded, PDDeviceGray.INSTANCE)));
  }

  @Thorough
  @Test
  void aPageWhosePictureCannotBeDecodedIsNoBlankPage() throws IOException {
    byte[] pdf = ofOne(Jpeg2000Samples.header(1200, 1600));
    assertThat(answer(pdf, Optional.empty()))
        .isEqualTo(
            new ScanAnswer.Undrawable(
                "a picture on it is in JPEG 2000, which needs OpenJPEG"
                    + " (apt install libopenjp2-tools)"));
    assertThat(answer(pdf, Jpeg2000Samples.decoder()))
        .isEqualTo(new ScanAnswer.Undrawable("a picture on it cannot be decoded by OpenJPEG"));
  }

  @Test
  void theRestOfAPageIsDrawnWithAFrameForTheMissingPicture() throws IOException {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              PdfSamples.lines(document, page, 24, 60, 80, List.of("Frost closes the harbour"));
              PDPageContentStream.AppendMode mode = PDPageContentStream.AppendMode.APPEND;
              try (PDPageContentStream content =
                  new PDPageContentStream(document, page, mode, true, true)) {
                byte[] none = Jpeg2000Samples.header(1200, 1600);
                content.drawImage(
                    jpeg2000(document, none, PDDeviceGray.INSTANCE), 100, 100, 400, 300);
              }
            });
    BufferedImage drawn = drawn(pdf, Optional.empty());
    assertThat(dark(drawn, 60, 50, 500, 110)).as("the headline").isGreaterThan(500);
    assertThat(dark(drawn, 100, HEIGHT - 400, 500, HEIGHT - 370)).as("why").isGreaterThan(500);
    assertThat(dark(drawn, 120, HEIGHT - 350, 480, HEIGHT - 120)).isZero();
  }

  /** The dark pixels of a part of a page, whose sides are in points. */
  private static int dark(BufferedImage image, double left, double top, double right, double low) {
    double scale = image.getWidth() / (double) WIDTH;
    int dark = 0;
    for (int x = (int) (left * scale); x < right * scale; x++) {
      for (int y = (int) (top * scale); y < low * scale; y++) {
        dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Thorough
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aHostilePictureIsNamed(int kind) throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    byte[] sound =
        Jpeg2000Samples.encoded(
            quarter(600, BufferedImage.TYPE_BYTE_GRAY, Color.WHITE, Color.BLACK), "jp2");
    byte[] hostile =
        switch (kind) {
          case 1 -> Jpeg2000Samples.header(2_000_000_000, 2_000_000_000);
          case 2 -> Jpeg2000Samples.header(20_000, 20_000);
          case 3 -> Jpeg2000Samples.tileBomb();
          default -> Arrays.copyOf(sound, 60);
        };
    String reason =
        switch (kind) {
          case 1 -> "has too many pixels to be drawn";
          case 2, 3 -> "cannot be decoded by OpenJPEG";
          default -> "is no whole JPEG 2000 image";
        };
    assertThat(answer(ofOne(hostile), decoder))
        .isEqualTo(new ScanAnswer.Undrawable("a picture on it " + reason));
  }
}
