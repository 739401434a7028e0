package broadsheet.corpus.pdf;

import broadsheet.corpus.worker.Task;
import broadsheet.corpus.worker.WorkerLoop;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The program of the worker process. */
public final class PdfWorker {
  static final String TEXT = "pdf-text";

  private PdfWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(PdfWorker::tasks);
  }

  private static Map<String, Task> tasks() throws IOException {
    FontMappers.set(new EmbeddedFonts());
    return Map.of(TEXT, new PdfTask());
  }
}
