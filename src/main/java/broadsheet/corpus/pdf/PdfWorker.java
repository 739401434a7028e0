package broadsheet.corpus.pdf;

import broadsheet.corpus.language.LanguageDetector;
import broadsheet.recognize.PictureTask;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.Task;
import broadsheet.worker.WorkerLoop;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.util.Map;

/** The program of the worker process. */
public final class PdfWorker {
  static final String TEXT = "pdf-text";
  static final String COUNT = "pdf-count";

  private PdfWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(PdfWorker::tasks);
  }

  private static Map<String, Task> tasks() throws IOException {
    PdfDocuments.useEmbeddedFonts();
    return Map.of(
        TEXT,
        new PdfTask(),
        COUNT,
        PdfPageCounter::count,
        Recognizer.PICTURE,
        new PictureTask(LanguageDetector::of));
  }
}
