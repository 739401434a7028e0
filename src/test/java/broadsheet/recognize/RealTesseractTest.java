package broadsheet.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Reading;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.indexing.InstalledTesseract;
import broadsheet.scan.Jpeg2000Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed Tesseract on pages that are drawn here; skipped where it is not installed. */
@Thorough
class RealTesseractTest {
  private static final List<String> LINES =
      List.of(
          "Frost closes the harbour for another week, and no",
          "ship can leave before the ice is broken. The har-",
          "bour master expects a thaw on Thursday.");

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void requireTesseract() {
    assumeThatCode(() -> InstalledTesseract.find("eng"))
        .as("Tesseract with English is not installed: not tested")
        .doesNotThrowAnyException();
    folder = temporary.resolve("scans");
  }

  private Article read(String name, byte[] content) {
    Reading.write(folder, name, content);
    Recognizer recognizer =
        Recognizer.with(InstalledTesseract.find("eng"), temporary.resolve("cache"));
    return StandIn.read(folder, recognizer).only();
  }

  @Test
  void theTextOfAScanIsRead() {
    assertRead(read("page.png", ScanSamples.image("png", LINES)));
  }

  @Test
  void theTextOfAPdfOfPicturesIsRead() {
    assertRead(read("page.pdf", PdfSamples.pdf(document -> ScanSamples.add(document, LINES))));
  }

  @Test
  void theTextOfAScanInJpeg2000IsRead() {
    Jpeg2000Samples.decoder();
    assertRead(read("page.jp2", Jpeg2000Samples.encoded(ScanSamples.page(LINES), "jp2")));
  }

  @Test
  void theTextOfAPdfOfPicturesInJpeg2000IsRead() {
    Jpeg2000Samples.decoder();
    byte[] encoded = Jpeg2000Samples.encoded(ScanSamples.page(LINES), "jp2");
    byte[] pdf = PdfSamples.pdf(document -> ScanSamples.addJpeg2000(document, encoded));
    assertRead(read("page.pdf", pdf));
  }

  /** Each line of the drawn page is 48 pixels of 1,754 high, and begins at 120 of 1,240. */
  private static void assertRead(Article article) {
    assertThat(String.join(" ", article.paragraphs()))
        .contains("no ship can leave before the ice is broken")
        .contains("The harbour master expects a thaw on Thursday.");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.positions().quality()).isBetween(80, 100);
    List<Box> boxes = new ArrayList<>();
    for (WordPlace place : article.positions().words()) {
      boxes.add((Box) place.place());
    }
    assertThat(boxes).hasSize(26);
    assertThat(boxes.getFirst().left()).isBetween(0.09, 0.11);
    assertThat(boxes.getFirst().top()).isBetween(0.2, 0.22);
    assertThat(boxes.getLast().top()).isBetween(0.25, 0.28);
  }
}
