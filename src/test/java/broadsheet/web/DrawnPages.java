package broadsheet.web;

import broadsheet.corpus.pdf.PdfSamples;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Scans whose words are at known places. */
final class DrawnPages {
  static final int WIDTH = 600;
  private static final int HEIGHT = 900;

  private DrawnPages() {}

  /** Draws a page with these lines, and writes it with its ALTO beside it. */
  static void draw(Path shelf, String name, List<String> lines) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 24));
    FontMetrics metrics = pen.getFontMetrics();
    StringBuilder alto =
        new StringBuilder("<alto><Layout><Page WIDTH=\"600\" HEIGHT=\"900\"><TextBlock>");
    int top = 300;
    for (String line : lines) {
      int left = 90;
      alto.append("<TextLine>");
      for (String word : line.split(" ", -1)) {
        int width = metrics.stringWidth(word);
        pen.drawString(word, left, top + metrics.getAscent());
        alto.append(
            String.format(
                Locale.ROOT,
                "<String HPOS=\"%d\" VPOS=\"%d\" WIDTH=\"%d\" HEIGHT=\"%d\" CONTENT=\"%s\""
                    + " WC=\"0.9\"/>",
                left,
                top,
                width,
                metrics.getHeight(),
                word));
        left += width + 12;
      }
      alto.append("</TextLine>");
      top += 60;
    }
    pen.dispose();
    ImageIO.write(image, "png", shelf.resolve(name + ".png").toFile());
    Files.writeString(
        shelf.resolve(name + ".xml"),
        alto + "</TextBlock></Page></Layout></alto>",
        StandardCharsets.UTF_8);
  }

  /** An issue of four pages, each turned otherwise and with one word that is black. */
  static byte[] paper() {
    List<String> words = List.of("gasworks", "tramway", "orchard", "lighthouse");
    return PdfSamples.pdf(
        document -> {
          for (int i = 0; i < words.size(); i++) {
            PDPage page = PdfSamples.page(document, PDRectangle.A2);
            page.setRotation(90 * i);
            print(document, page, Color.LIGHT_GRAY, 500, "Here are the latest");
            print(document, page, Color.BLACK, 532, words.get(i));
            print(document, page, Color.LIGHT_GRAY, 564, "and nothing else is.");
          }
        });
  }

  private static void print(PDDocument document, PDPage page, Color colour, double top, String line)
      throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
      content.setNonStrokingColor(colour);
    }
    PdfSamples.lines(document, page, 28, 200, top, List.of(line));
  }
}
