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

  /**
   * Adds the pages of a report. Page 14 has the word {@code only14}, and so on; the first has a
   * title and, in a column on the right, a day. The text of a page ends with a sentence.
   */
  public static void report(PDDocument document, int pages) throws IOException {
    for (int i = 1; i <= pages; i++) {
      PDPage page = page(document, PDRectangle.A4);
      if (i == 1) {
        lines(document, page, 24, 60, 200, List.of("Report of the harbour inquiry"));
        lines(document, page, 10, 400, 80, List.of("Monday, 4 May 1931"));
      }
      lines(
          document,
          page,
          10,
          60,
          400,
          List.of(
              "The inquiry heard on its sitting of that week only" + i + " and what",
              "the engineers of the bridge had to say about the ice on the river."));
    }
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
