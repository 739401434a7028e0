package broadsheet.scan.draw;

import broadsheet.worker.Task;
import broadsheet.worker.WorkerLoop;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

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
}
