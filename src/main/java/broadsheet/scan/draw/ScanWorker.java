package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import broadsheet.worker.WorkerLoop;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;

/** The program of the worker process that draws scans. */
public final class ScanWorker {
  /** Draws a TIFF, JPEG, PNG or GIF image. */
  public static final String IMAGE = "image";

  /** Draws a JPEG 2000 image. */
  public static final String JPEG_2000 = "jpeg-2000";

  /** Draws a page of a PDF. */
  public static final String PDF_PAGE = "pdf-page";

  private ScanWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(ScanWorker::tasks);
  }

  private static Map<String, Task> tasks() throws IOException {
    ImageIO.setUseCache(false);
    PdfDocuments.useEmbeddedFonts();
    return Map.of(
        IMAGE, new ImageTask(), JPEG_2000, new Jpeg2000Task(), PDF_PAGE, new PdfPageTask());
  }

  /** Draws a page of a PDF as JPEG. Runs in the worker. */
  private static final class PdfPageTask implements Task {
    @Override
    public void run(ReceivedFile file, byte[] options, Parts parts)
        throws IOException, ParseRefusal {
      DrawRequest wanted = DrawRequest.of(options);
      try (PDDocument document = PdfDocuments.open(file)) {
        if (wanted.page() < 1 || wanted.page() > document.getNumberOfPages()) {
          throw ParseRefusal.failed("has no such page", String.valueOf(wanted.page()));
        }
        int index = wanted.page() - 1;
        double width = 100 * wanted.size().width() / wanted.region().width();
        float scale = scale(document.getPage(index), width);
        PdfDrawing.Kind kind = new PdfDrawing.Kind(ImageType.RGB, wanted.decoder());
        PdfDrawing drawing = PdfDrawing.of(document, index, scale, kind);
        if (drawing.whyIncomplete().isPresent() && GreyPage.of(drawing.image()).isBlank()) {
          throw ParseRefusal.failed(drawing.whyIncomplete().get(), "page " + wanted.page());
        }
        parts.add(Jpeg.of(wanted.region().of(drawing.framed()), wanted.size().bytes()));
      } catch (InvalidPasswordException e) {
        throw ParseRefusal.skipped("is encrypted");
      }
    }

    private static float scale(PDPage page, double wanted) throws ParseRefusal {
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
}
