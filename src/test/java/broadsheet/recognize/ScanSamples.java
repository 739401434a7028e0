package broadsheet.recognize;

import broadsheet.corpus.pdf.PdfSamples;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Scans that are drawn here: pictures of pages with known lines. */
public final class ScanSamples {
  private static final int WIDTH = 1240;
  private static final int HEIGHT = 1754;

  private ScanSamples() {}

  /** A picture of an A4 page at 150 dots an inch; the first line starts a fifth down. */
  public static BufferedImage page(List<String> lines) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 32));
    int top = HEIGHT / 5;
    for (String line : lines) {
      pen.drawString(line, 120, top + pen.getFontMetrics().getAscent());
      top += 48;
    }
    pen.dispose();
    return image;
  }

  /** The same as a file. */
  public static byte[] image(String kind, List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(page(lines), kind, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * A TIFF file in fax group 4 with a page of each of these lines.
   *
   * @param hasThumbnail whether a smaller copy follows each page, marked as one
   */
  public static byte[] tiff(List<String> lines, boolean hasThumbnail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (String line : lines) {
        BufferedImage page = bilevel(page(List.of(line)), WIDTH, HEIGHT);
        add(page, 0, writer);
        if (hasThumbnail) {
          add(bilevel(page, WIDTH / 4, HEIGHT / 4), 1, writer);
        }
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage bilevel(BufferedImage image, int width, int height) {
    BufferedImage bilevel = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = bilevel.createGraphics();
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return bilevel;
  }

  private static void add(BufferedImage image, int subfile, ImageWriter writer) throws IOException {
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("CCITT T.6");
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
    TIFFTag tag = BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE);
    directory.addTIFFField(new TIFFField(tag, TIFFTag.TIFF_LONG, 1, new long[] {subfile}));
    writer.writeToSequence(new IIOImage(image, null, directory.getAsMetadata()), param);
  }

  /** Adds a page to a PDF that is only a picture of these lines. */
  public static void add(PDDocument document, List<String> lines) throws IOException {
    PDPage page = PdfSamples.page(document, PDRectangle.A4);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(
          LosslessFactory.createFromImage(document, page(lines)),
          0,
          0,
          PDRectangle.A4.getWidth(),
          PDRectangle.A4.getHeight());
    }
  }

  /** Adds a page to a PDF that is only a picture in JPEG 2000, encoded. */
  public static void addJpeg2000(PDDocument document, byte[] encoded) throws IOException {
    PDPage page = PdfSamples.page(document, PDRectangle.A4);
    PDImageXObject picture =
        new PDImageXObject(
            document,
            new ByteArrayInputStream(encoded),
            COSName.JPX_DECODE,
            WIDTH,
            HEIGHT,
            Byte.SIZE,
            PDDeviceGray.INSTANCE);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
    }
  }

  /** A PDF of so many pictures, each of another line. */
  public static byte[] pdf(int pages) {
    return PdfSamples.pdf(
        document -> {
          for (int i = 1; i <= pages; i++) {
            add(document, List.of("This is page number " + i + " of the scanned report"));
          }
        });
  }
}
