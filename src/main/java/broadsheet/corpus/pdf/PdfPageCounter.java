package broadsheet.corpus.pdf;

import broadsheet.corpus.print.PageCounter;
import broadsheet.worker.Answer;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import broadsheet.worker.WorkerPool;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Counts the pages of a PDF in a worker. */
public record PdfPageCounter(WorkerPool workers) implements PageCounter {
  @Override
  public int pages(InputStream pdf) throws IOException {
    ByteArrayOutputStream count = new ByteArrayOutputStream();
    Answer answer = workers.ask(PdfWorker.COUNT, new byte[0], pdf, count::writeBytes);
    boolean isCounted = answer instanceof Answer.End && count.size() == Integer.BYTES;
    return isCounted ? ByteBuffer.wrap(count.toByteArray()).getInt() : 0;
  }

  /** The worker's side. */
  static void count(ReceivedFile file, byte[] options, Task.Parts parts)
      throws IOException, ParseRefusal {
    try (PDDocument document = PdfDocuments.open(file)) {
      parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(document.getNumberOfPages()).array());
    }
  }
}
