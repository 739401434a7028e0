package broadsheet.corpus.pdf;

import broadsheet.article.Box;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.ocr.LegibleWords;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.ocr.OcrWord;
import broadsheet.corpus.pdf.PdfPage.OcrOutcome;
import broadsheet.corpus.print.PageParagraphs;
import broadsheet.recognize.PageRecognizer;
import broadsheet.scan.draw.GreyPage;
import broadsheet.scan.draw.GreyPages;
import broadsheet.scan.draw.PictureArea;
import broadsheet.worker.ParseRefusal;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the text of a page of a PDF from its picture, in the worker. Stateless. */
final class RecognizedPage {
  /** A page with fewer legible words, besides those stamped on it, is a picture, or a stain. */
  private static final int FEWEST_WORDS = 3;

  /** Pictures that cover less of a page with text illustrate it. */
  private static final double MOST_OF_PAGE = 0.5;

  private RecognizedPage() {}

  /** The page with recognized text; without, if there is none or the page cannot be recognized. */
  static PdfPage of(PdfPage page, PDDocument document, PageRecognizer recognizer) {
    Drawing drawing = new Drawing(document, page.number() - 1, recognizer.decoder());
    try {
      if (!page.paragraphs().isEmpty() && !isMostlyPicture(document, page)) {
        return page;
      }
      byte[] alto = recognizer.alto(page.number(), drawing);
      List<OcrPage> pages = alto.length == 0 ? List.of() : OcrFormat.ALTO.pages(alto);
      PdfPage filled = pages.isEmpty() ? page : filled(page, pages.getFirst());
      OcrOutcome ocr = filled.ocr();
      return filled.with(new OcrOutcome(drawing.lack, ocr.words(), ocr.confidence()));
    } catch (ParseRefusal e) {
      return page.with(OcrOutcome.failed(String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return page.with(OcrOutcome.failed("damaged"));
    }
  }

  /** Whether a page that has a few words is a scan that they were stamped on. */
  private static boolean isMostlyPicture(PDDocument document, PdfPage page) throws IOException {
    return PictureArea.share(document.getPage(page.number() - 1)) >= MOST_OF_PAGE;
  }

  /** Draws a page unless its text is kept, and remembers what it lacks. */
  private static final class Drawing implements PageRecognizer.Drawing {
    private final PDDocument document;
    private final int index;
    private final String decoder;
    private String lack = "";

    Drawing(PDDocument document, int index, String decoder) {
      this.document = document;
      this.index = index;
      this.decoder = decoder;
    }

    @Override
    public GreyPage page() throws IOException, ParseRefusal {
      GreyPage page = GreyPages.ofPdf(document, index, decoder);
      lack = page.lack();
      return page;
    }
  }

  private static PdfPage filled(PdfPage page, OcrPage recognized) {
    long stamped = page.paragraphs().isEmpty() ? 0 : page.words();
    if (LegibleWords.count(recognized) < stamped + FEWEST_WORDS) {
      return page;
    }
    Sheet shown = new Sheet(page.sheet().shownWidth(), page.sheet().shownHeight(), 0);
    List<PdfParagraph> paragraphs =
        PageParagraphs.of(recognized).stream().map(p -> paragraph(p, shown)).toList();
    return new PdfPage(page.number(), shown, 1, paragraphs, true, outcome(recognized));
  }

  private static OcrOutcome outcome(OcrPage page) {
    List<OcrWord> words =
        page.blocks().stream()
            .flatMap(block -> block.lines().stream())
            .flatMap(List::stream)
            .filter(word -> word.confidence() >= 0)
            .toList();
    double confidence = words.stream().mapToDouble(OcrWord::confidence).sum();
    return new OcrOutcome("", words.size(), confidence);
  }

  private static PdfParagraph paragraph(PageParagraphs.PageParagraph made, Sheet sheet) {
    double top = sheet.height();
    double height = 0;
    int count = 0;
    for (WordPlace word : made.places()) {
      if (word.place() instanceof Box box) {
        top = Math.min(top, box.top() * sheet.height());
        height += box.height() * sheet.height();
        count++;
      }
    }
    WordPlaces places = made.places();
    return new PdfParagraph(
        made.text(), height / Math.max(1, count), top, made.isHeading(), places);
  }
}
