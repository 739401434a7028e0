package broadsheet.corpus.pdf;

import broadsheet.corpus.language.LanguageDetector;
import broadsheet.recognize.PageRecognizer;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of a PDF in the worker. Answers with its facts, then each page in order; running
 * heads are recognized by the pages around, so a page is held back until those after it are read.
 */
final class PdfTask implements Task {
  static final String NO_TEXT = "no text layer: index it with --ocr, or run OCR first (ocrmypdf)";
  static final String NOTHING_RECOGNIZED = "no text layer, and no text was recognized on its pages";
  static final String UNRECOGNIZED = "no text layer, and its pages could not be recognized";
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
      new Pages(document, PageRecognizer.ordered(file, options, parts, LanguageDetector::of), parts)
          .send();
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

  /** Sends the pages of a document. A page that cannot be read is empty. */
  private static final class Pages {
    private final PDDocument document;
    private final Optional<PageRecognizer> recognizer;
    private final Parts parts;
    private final List<PdfPage> around = new ArrayList<>();
    private final Hyphens hyphens = new Hyphens();
    private String failure = "";
    private boolean hasText;
    private int sent;

    Pages(PDDocument document, Optional<PageRecognizer> recognizer, Parts parts) {
      this.document = document;
      this.recognizer = recognizer;
      this.parts = parts;
    }

    /**
     * @throws ParseRefusal if none has text
     */
    void send() throws IOException, ParseRefusal {
      int count = document.getNumberOfPages();
      Iterator<PDPage> pages = pages(document);
      for (int number = 1; number <= count + AROUND; number++) {
        if (number <= count) {
          around.add(page(pages, number, hyphens));
        }
        if (around.size() > 2 * AROUND + 1) {
          around.removeFirst();
        }
        int due = number - AROUND;
        if (due >= 1 && due > sent) {
          send(due - around.getFirst().number());
          sent = due;
        }
      }
      requireText();
    }

    private void send(int index) throws IOException {
      PdfPage read = around.get(index);
      PdfPage page =
          read.mayBeScan() && recognizer.isPresent()
              ? RecognizedPage.of(read, document, recognizer.get())
              : read;
      around.set(index, page);
      failure = failure.isEmpty() ? page.ocr().failure() : failure;
      hasText |= !page.paragraphs().isEmpty();
      parts.add(PdfCodec.encoded(RunningHeads.without(page, List.copyOf(around))));
    }

    private void requireText() throws ParseRefusal {
      if (hasText) {
        return;
      }
      if (!failure.isEmpty()) {
        throw ParseRefusal.failed(UNRECOGNIZED, failure);
      }
      throw ParseRefusal.skipped(recognizer.isPresent() ? NOTHING_RECOGNIZED : NO_TEXT);
    }
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
