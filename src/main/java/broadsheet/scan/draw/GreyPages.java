package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages for the recognition of their text, in a worker. Stateless. */
public final class GreyPages {
  /** A page of a broadsheet has 35 million at 300 dots an inch. */
  private static final long MOST_PIXELS = 40_000_000;

  /** The longest side of a drawn page of a PDF, in pixels. */
  private static final double LONGEST_SIDE = 30_000;

  /** Pages of PDFs are drawn with so many pixels a point: 300 dots an inch. */
  private static final double SCALE = 300 / 72.0;

  private GreyPages() {}

  /**
   * The first image of a JPEG, PNG or TIFF file, drawn smaller if it is very large.
   *
   * @throws ParseRefusal if it is no such image, or has too many pixels
   * @throws IOException if it is damaged
   */
  public static GreyPage ofImage(ReceivedFile file) throws IOException, ParseRefusal {
    return GreyPage.of(ImageTask.drawn(file, GreyPages::width));
  }

  private static int width(ImageTask.PixelCount image) {
    double times = Math.ceil(Math.sqrt((double) image.pixels() / MOST_PIXELS));
    return (int) (image.width() / Math.max(1, times));
  }

  /**
   * A page of a PDF as it is shown.
   *
   * @param index the index of the page, from 0
   * @throws ParseRefusal if it has no size
   * @throws IOException if it is damaged
   */
  public static GreyPage ofPdf(PDDocument document, int index) throws IOException, ParseRefusal {
    var crop = document.getPage(index).getCropBox();
    double area = (double) crop.getWidth() * crop.getHeight();
    if (!(area >= 1)) {
      throw ParseRefusal.failed("has a page without a size", "");
    }
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    double longest = LONGEST_SIDE / Math.max(crop.getWidth(), crop.getHeight());
    double most = Math.min(longest, Math.sqrt(MOST_PIXELS / area));
    float scale = (float) Math.min(SCALE, most);
    BufferedImage drawn = renderer.renderImage(index, scale, ImageType.GRAY);
    return GreyPage.of(drawn);
  }
}
