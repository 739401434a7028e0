package broadsheet.corpus.pdf;

import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of a PDF in the worker. Answers with its facts, then each page in order; running
 * heads are recognized by the pages around, so a page is held back until those after it are read.
 */
final class PdfTask implements Task {
  static final String NO_TEXT = "no text layer; run OCR first (for example ocrmypdf)";
  static final String ENCRYPTED = "encrypted: save it without a password";
  static final String FORBIDDEN = "its author forbids copying its text";
  static final String NO_PAGES = "a PDF without pages";

  /** Number of pages before and after a page that are compared with it. */
  private static final int AROUND = 4;

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    try (PDDocument document = PdfDocuments.open(file)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw ParseRefusal.skipped(FORBIDDEN);
      }
      if (document.getNumberOfPages() == 0) {
        throw ParseRefusal.failed("damaged", NO_PAGES);
      }
      parts.add(PdfCodec.encoded(facts(document)));
      if (!sendPages(document, parts)) {
        throw ParseRefusal.skipped(NO_TEXT);
      }
    } catch (InvalidPasswordException e) {
      throw ParseRefusal.skipped(ENCRYPTED);
    }
  }

  private static PdfFacts facts(PDDocument document) {
    PDDocumentInformation stated = document.getDocumentInformation();
    Calendar created = stated.getCreationDate();
    return new PdfFacts(
        Objects.requireNonNullElse(stated.getTitle(), ""),
        Objects.requireNonNullElse(stated.getAuthor(), ""),
        created == null
            ? ""
            : created.toInstant().atZone(created.getTimeZone().toZoneId()).toLocalDate().toString(),
        document.getNumberOfPages(),
        PageLabels.of(document));
  }

  /** Sends the pages; false if none has text. A page that cannot be read is empty. */
  private static boolean sendPages(PDDocument document, Parts parts) throws IOException {
    Deque<PdfPage> around = new ArrayDeque<>();
    Hyphens hyphens = new Hyphens();
    boolean hasText = false;
    int sent = 0;
    int count = document.getNumberOfPages();
    Iterator<PDPage> pages = pages(document);
    for (int number = 1; number <= count + AROUND; number++) {
      if (number <= count) {
        PdfPage page = page(pages, number, hyphens);
        hasText |= !page.paragraphs().isEmpty();
        around.addLast(page);
      }
      if (around.size() > 2 * AROUND + 1) {
        around.removeFirst();
      }
      int due = number - AROUND;
      if (due >= 1 && due > sent) {
        PdfPage page = around.stream().filter(p -> p.number() == due).findFirst().orElseThrow();
        parts.add(PdfCodec.encoded(RunningHeads.without(page, List.copyOf(around))));
        sent = due;
      }
    }
    return hasText;
  }

  /** The pages in order: to get each by its number would count from the first every time. */
  private static Iterator<PDPage> pages(PDDocument document) {
    try {
      return document.getPages().iterator();
    } catch (RuntimeException | StackOverflowError e) {
      return Collections.emptyIterator();
    }
  }

  private static PdfPage page(Iterator<PDPage> pages, int number, Hyphens hyphens) {
    try {
      return PageLayout.page(pages.next(), number, hyphens);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new PdfPage(number, new Sheet(1, 1, 0), 1, List.of(), false);
    }
  }
}
