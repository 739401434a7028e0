package broadsheet.corpus.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs that are drawn here, with known texts in known places. */
public final class PdfSamples {
  public static final PDFont FONT = new PDType1Font(FontName.TIMES_ROMAN);
  private static final double LEADING = 1.2;

  private PdfSamples() {}

  /** Draws on a document. */
  public interface Drawing {
    void on(PDDocument document) throws IOException;
  }

  public static byte[] pdf(Drawing drawing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      drawing.on(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A story of one page. */
  public static byte[] story(String title) {
    return pdf(
        document -> {
          PDPage page = page(document, PDRectangle.A4);
          lines(document, page, 24, 60, 80, List.of(title));
          lines(
              document,
              page,
              10,
              60,
              120,
              List.of(
                  "The new bridge across the Ember opened on Mon-",
                  "day, a year after it was promised."));
        });
  }

  public static PDPage page(PDDocument document, PDRectangle size) {
    PDPage page = new PDPage(size);
    document.addPage(page);
    return page;
  }

  /** Prints lines below each other, from a place measured from the upper left corner. */
  public static void lines(
      PDDocument document, PDPage page, double size, double left, double top, List<String> lines)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
      double y = page.getMediaBox().getHeight() - top;
      for (String line : lines) {
        content.beginText();
        content.setFont(FONT, (float) size);
        content.newLineAtOffset((float) left, (float) y);
        content.showText(line);
        content.endText();
        y -= LEADING * size;
      }
    }
  }
}
