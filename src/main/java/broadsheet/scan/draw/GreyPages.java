package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;

/** Draws pages for OCR, in a worker. Stateless. */
public final class GreyPages {
  /** A page of a broadsheet has 35 million at 300 dots an inch. */
  private static final long MOST_PIXELS = 40_000_000;

  /** The longest side of a drawn page of a PDF, in pixels. */
  private static final double LONGEST_SIDE = 30_000;

  /** Pages of PDFs are drawn with so many pixels a point: 300 dots an inch. */
  private static final double SCALE = 300 / 72.0;

  private GreyPages() {}

  /**
   * The numbers of the images of a file that are pages, from 1: those of a TIFF file may be many.
   */
  public static List<Integer> numbers(ReceivedFile file) throws IOException {
    return ImageTask.numbers(file);
  }

  /**
   * An image of a JPEG, PNG, GIF, TIFF or JPEG 2000 file, drawn smaller if it is very large.
   *
   * @param number its number in the file, from 1
   * @param decoder the program that decodes JPEG 2000; empty if it is not installed
   * @throws ParseRefusal if it is no such image, or has too many pixels
   * @throws IOException if it is damaged
   */
  public static GreyPage ofImage(ReceivedFile file, int number, String decoder)
      throws IOException, ParseRefusal {
    return GreyPage.of(
        Jpeg2000Header.isBegunBy(file.head(Jpeg2000Header.START_LENGTH))
            ? Jpeg2000Task.drawn(file, decoder, PageRegion.WHOLE, GreyPages::width)
            : ImageTask.drawn(file, number, PageRegion.WHOLE, GreyPages::width));
  }

  private static int width(ImageTask.PixelCount image) {
    double times = Math.ceil(Math.sqrt((double) image.pixels() / MOST_PIXELS));
    return (int) (image.width() / Math.max(1, times));
  }

  /**
   * A page of a PDF as it is shown, without the pictures that cannot be decoded.
   *
   * @param index the index of the page, from 0
   * @param decoder the program that decodes JPEG 2000; empty if it is not installed
   * @throws ParseRefusal if it has no size
   * @throws IOException if it is damaged
   */
  public static GreyPage ofPdf(PDDocument document, int index, String decoder)
      throws IOException, ParseRefusal {
    var crop = document.getPage(index).getCropBox();
    double area = (double) crop.getWidth() * crop.getHeight();
    if (!(area >= 1)) {
      throw ParseRefusal.failed("has a page without a size", "");
    }
    double longest = LONGEST_SIDE / Math.max(crop.getWidth(), crop.getHeight());
    double most = Math.min(longest, Math.sqrt(MOST_PIXELS / area));
    float scale = (float) Math.min(SCALE, most);
    PdfDrawing drawn =
        PdfDrawing.of(document, index, scale, new PdfDrawing.Kind(ImageType.GRAY, decoder));
    return GreyPage.of(drawn.image()).lacking(drawn.whyIncomplete().orElse(""));
  }
}
