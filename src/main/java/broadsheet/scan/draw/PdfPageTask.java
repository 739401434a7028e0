package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page of a PDF as JPEG. Runs in the worker. */
final class PdfPageTask implements Task {
  /** Small pages are not drawn larger than this: 300 dots an inch. */
  private static final double LARGEST_SCALE = 300 / 72.0;

  private static final double MOST_PIXELS = 20_000_000;

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    DrawRequest wanted = DrawRequest.of(options);
    try (PDDocument document = PdfDocuments.open(file)) {
      if (wanted.page() < 1 || wanted.page() > document.getNumberOfPages()) {
        throw ParseRefusal.failed("has no such page", String.valueOf(wanted.page()));
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      float scale = scale(document.getPage(wanted.page() - 1), wanted.width());
      parts.add(Jpeg.of(renderer.renderImage(wanted.page() - 1, scale, ImageType.RGB)));
    } catch (InvalidPasswordException e) {
      throw ParseRefusal.skipped("is encrypted");
    }
  }

  private static float scale(PDPage page, int wanted) throws ParseRefusal {
    PDRectangle crop = page.getCropBox();
    boolean isTurned = page.getRotation() % 180 != 0;
    double width = isTurned ? crop.getHeight() : crop.getWidth();
    double area = (double) crop.getWidth() * crop.getHeight();
    if (!(area >= 1)) {
      throw ParseRefusal.failed("has a page without a size", "");
    }
    double scale = Math.min(LARGEST_SCALE, wanted / width);
    return (float) Math.min(scale, Math.sqrt(MOST_PIXELS / area));
  }
}
