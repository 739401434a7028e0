package broadsheet.scan.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * A page of a PDF as drawn, and the pictures on it that could not be decoded: PDFBox leaves these
 * out without a word. Not thread-safe.
 */
final class PdfDrawing {
  private static final int FRAME = 0x999999;

  private final BufferedImage image;
  private final List<MissingPicture> missing;

  /**
   * A picture that could not be drawn.
   *
   * @param reason as in “is damaged”
   * @param place its place in the drawing, in pixels
   */
  record MissingPicture(String reason, Rectangle place) {}

  private PdfDrawing(BufferedImage image, List<MissingPicture> missing) {
    this.image = image;
    this.missing = missing;
  }

  /**
   * Draws a page.
   *
   * @param index the index of the page, from 0
   * @param scale the number of pixels for a point
   * @throws IOException if the page is damaged
   */
  static PdfDrawing of(PDDocument document, int index, float scale, Kind kind) throws IOException {
    Renderer renderer = new Renderer(document, new OpenJpegLimit(kind.decoder()));
    renderer.setSubsamplingAllowed(true);
    return new PdfDrawing(renderer.renderImage(index, scale, kind.colours()), renderer.missing());
  }

  /**
   * The colours of a drawing, and its means.
   *
   * @param decoder the program that decodes JPEG 2000; empty if it is not installed
   */
  record Kind(ImageType colours, String decoder) {}

  /** The page without the missing pictures. */
  BufferedImage image() {
    return image;
  }

  /** Why the first missing picture is missing; empty if there is none. */
  Optional<String> whyIncomplete() {
    return missing.stream().map(each -> "a picture on it " + each.reason()).findFirst();
  }

  /** The page with a frame and the reason in place of each missing picture. */
  BufferedImage framed() {
    if (missing.isEmpty()) {
      return image;
    }
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setStroke(new BasicStroke(Math.max(1, image.getWidth() / 600f)));
    missing.forEach(each -> frame(each, pen));
    pen.dispose();
    return image;
  }

  private void frame(MissingPicture picture, Graphics2D pen) {
    Rectangle place =
        picture.place().intersection(new Rectangle(image.getWidth(), image.getHeight()));
    if (place.isEmpty()) {
      return;
    }
    String sentence = "This picture " + picture.reason() + ".";
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
    double width = font.getStringBounds(sentence, pen.getFontRenderContext()).getWidth();
    double size = Math.min(image.getWidth() / 50.0, 0.9 * 100 * place.width / width);
    pen.setFont(font.deriveFont((float) size));
    pen.setColor(new Color(FRAME));
    pen.draw(place);
    pen.setColor(Color.WHITE);
    pen.fillRect(place.x + 2, place.y + 2, (int) (place.width * 0.95), (int) (size * 2));
    pen.setColor(Color.BLACK);
    pen.drawString(sentence, (float) (place.x + size), (float) (place.y + size * 1.5));
  }

  /** PDFBox with pictures in JPEG 2000. */
  private static final class Renderer extends PDFRenderer {
    private final OpenJpegLimit limit;
    private Optional<PictureDrawer> drawer = Optional.empty();

    Renderer(PDDocument document, OpenJpegLimit limit) {
      super(document);
      this.limit = limit;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      PictureDrawer made = new PictureDrawer(parameters, document.getDocument(), limit);
      drawer = Optional.of(made);
      return made;
    }

    List<MissingPicture> missing() {
      return drawer.map(PictureDrawer::missing).orElse(List.of());
    }
  }
}
