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
    double height = isTurned ? crop.getWidth() : crop.getHeight();
    if (!(width * height >= 1)) {
      throw ParseRefusal.failed("has a page without a size", "");
    }
    return (float) DrawnSize.scale(width, height, wanted);
  }
}
