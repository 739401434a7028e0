package broadsheet.corpus.pdf;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PDF: a file is an article, of whatever length. Pages without a text layer are recognized if that
 * is wanted. Parsed by a worker.
 */
public final class Pdf extends Format {
  private static final String START = "%PDF-";

  /** Some programs write a few lines above. */
  private static final int LATEST_START = 1024;

  private final WorkerPool workers;
  private final Recognizer recognizer;

  /**
   * @param recognizer recognizes pages that are only pictures
   */
  public Pdf(WorkerPool workers, DateReader dates, Recognizer recognizer) {
    super("pdf", dates, SECOND_REVISION);
    this.workers = workers;
    this.recognizer = recognizer;
  }

  @Override
  public Recognition recognise(Peek peek) {
    int start = peek.head().indexOf(START);
    return Recognition.mineIf(start >= 0 && start <= LATEST_START);
  }

  /** Spares the start of a worker. */
  private static boolean isPdf(InputStream in) throws IOException {
    in.mark(LATEST_START);
    String head = new String(in.readNBytes(LATEST_START), StandardCharsets.ISO_8859_1);
    in.reset();
    return head.contains(START);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    if (!isPdf(in)) {
      records.fail(0, "not a PDF", "");
      return;
    }
    Optional<String> scan = SameScan.beside(records);
    if (scan.isPresent()) {
      records.skip(0, "the same pages as " + scan.get());
      return;
    }
    Receiver receiver = new Receiver(records);
    Answer answer = workers.ask(PdfWorker.TEXT, recognizer.options(), in, receiver::add);
    receiver.end();
    if (answer instanceof Answer.Failure failure) {
      if (failure.isSkipped()) {
        records.skip(0, failure.reason());
      } else {
        records.fail(0, failure.reason(), failure.detail());
      }
    }
  }

  /** Receives the facts, then the pages. */
  private final class Receiver {
    private final Records records;
    private PdfArticle article;
    private boolean isBegun;
    private boolean isRecognizable;

    Receiver(Records records) {
      this.records = records;
      this.article = new PdfArticle(new PdfFacts("", "", "", 0, List.of()), records, dates);
    }

    /** An empty part is a sign of life. */
    void add(byte[] part) throws IOException {
      if (isBegun && part.length > 0) {
        PdfPage page = PdfCodec.page(part);
        isRecognizable |= page.mayBeScan() || page.ocr().words() > 0;
        article.add(page);
      } else if (part.length > 0) {
        article = new PdfArticle(PdfCodec.facts(part), records, dates);
        isBegun = true;
      }
    }

    void end() {
      if (isRecognizable) {
        records.dependOnRecognition();
      }
      article.end(recognizer.name());
    }
  }

  /**
   * Finds a file that describes the pages of a PDF better than the PDF does: libraries put the PDF
   * of an issue beside its METS, and that of a page beside its ALTO, under the same name.
   */
  private static final class SameScan {
    private static final List<String> METS =
        List.of("-METS.xml", "-mets.xml", "_mets.xml", ".mets.xml");
    private static final Pattern ALTO = Pattern.compile("<(?:\\w+:)?alto\\b");
    private static final int HEAD = 4096;

    private SameScan() {}

    /** The name of such a file beside the one that is read; empty if there is none. */
    static Optional<String> beside(Records records) throws IOException {
      String name = records.file().name();
      int dot = name.lastIndexOf('.');
      String stem = dot < 0 ? name : name.substring(0, dot);
      for (String ending : METS) {
        if (records.siblings().onDisk(stem + ending).isPresent()) {
          return Optional.of(stem + ending);
        }
      }
      Optional<byte[]> page = records.siblings().read(stem + ".xml");
      boolean isAlto =
          page.isPresent()
              && ALTO.matcher(
                      new String(
                          page.get(), 0, Math.min(HEAD, page.get().length), StandardCharsets.UTF_8))
                  .find();
      return isAlto ? Optional.of(stem + ".xml") : Optional.empty();
    }
  }
}
