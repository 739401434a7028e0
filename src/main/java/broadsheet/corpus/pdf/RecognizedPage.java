package broadsheet.corpus.pdf;

import broadsheet.article.Box;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.ocr.LegibleWords;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.ocr.OcrWord;
import broadsheet.corpus.print.PageParagraphs;
import broadsheet.recognize.PageRecognizer;
import broadsheet.scan.draw.GreyPages;
import broadsheet.worker.ParseRefusal;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Makes the text of a page of a PDF from its picture, in the worker. Stateless. */
final class RecognizedPage {
  /** A page with fewer legible words is a picture, or a stain. */
  private static final int FEWEST_WORDS = 3;

  static final String JPEG_2000 = "its picture is in JPEG 2000, which cannot be drawn";

  private RecognizedPage() {}

  /** The page with recognized text; without, if there is none or the page cannot be recognized. */
  static PdfPage of(PdfPage page, PDDocument document, PageRecognizer recognizer) {
    int index = page.number() - 1;
    try {
      byte[] alto = recognizer.alto(page.number(), () -> GreyPages.ofPdf(document, index));
      if (alto.length == 0) {
        boolean isHidden = hasJpeg2000(document.getPage(index));
        return isHidden ? page.with(OcrOutcome.failed(JPEG_2000)) : page;
      }
      List<OcrPage> pages = OcrFormat.ALTO.pages(alto);
      return pages.isEmpty() ? page : filled(page, pages.getFirst());
    } catch (ParseRefusal e) {
      return page.with(OcrOutcome.failed(String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return page.with(OcrOutcome.failed("damaged"));
    }
  }

  /** Whether a page uses a picture that is drawn as nothing, since there is no decoder for it. */
  private static boolean hasJpeg2000(PDPage page) {
    PDResources resources = page.getResources();
    COSDictionary pictures =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
    return pictures != null
        && pictures.keySet().stream()
            .map(pictures::getDictionaryObject)
            .anyMatch(
                picture ->
                    picture instanceof COSStream stream
                        && String.valueOf(stream.getFilters())
                            .contains(COSName.JPX_DECODE.getName()));
  }

  private static PdfPage filled(PdfPage page, OcrPage recognized) {
    if (LegibleWords.count(recognized) < FEWEST_WORDS) {
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
