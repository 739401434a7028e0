package broadsheet.corpus.pdf;

import broadsheet.worker.pdf.PdfDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Texts of the pages of a PDF, read in this process. For files that can be trusted. */
public final class PdfPages {
  private PdfPages() {}

  /** The text of each page in the order found here, with its running heads. */
  public static List<String> texts(Path file, String password) {
    try (PDDocument document = Loader.loadPDF(file.toFile(), password)) {
      PdfDocuments.useEmbeddedFonts();
      Hyphens hyphens = new Hyphens();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        PdfPage page = PageLayout.page(document.getPage(i), i + 1, hyphens);
        texts.add(
            page.paragraphs().stream().map(PdfParagraph::text).collect(Collectors.joining("\n")));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of each page as PDFBox orders it: as written in the file, or by position. */
  public static List<String> textsOfPdfBox(Path file, String password, boolean isByPosition) {
    try (PDDocument document = Loader.loadPDF(file.toFile(), password)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(isByPosition);
      List<String> texts = new ArrayList<>();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        texts.add(stripper.getText(document));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
