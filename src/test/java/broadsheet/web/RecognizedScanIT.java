package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope.Manner;
import broadsheet.indexing.InstalledTesseract;
import broadsheet.indexing.Progress;
import broadsheet.recognize.ScanSamples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/**
 * A PDF of pictures that the installed Tesseract recognized, in a real browser; skipped where
 * Tesseract is not installed.
 */
@SuppressWarnings("NullAway.Init")
class RecognizedScanIT {
  private static final String ARTICLE = "/article/minutes?q=thaw";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    assumeThatCode(() -> InstalledTesseract.find("eng"))
        .as("Tesseract with English is not installed: not tested")
        .doesNotThrowAnyException();
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    byte[] minutes =
        PdfSamples.pdf(
            document -> {
              ScanSamples.add(document, List.of("Minutes of the harbour board, first page"));
              ScanSamples.add(
                  document,
                  List.of("The harbour master expects no", "thaw before the end of the month."));
            });
    Files.write(shelf.resolve("minutes.pdf"), minutes);
    Path index = folder.resolve("index");
    new Indexing(index, List.of(shelf), new Manner("", List.of(), false, "eng"), false)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    server = TestServer.at(index);
    browser = Browser.open(server);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /** The word is at the left margin of the second line: 120 of 1,240 and 399 of 1,754 pixels. */
  @Test
  void theMatchIsMarkedOnThePictureOfItsPage() {
    browser.width(1280);
    browser.go(ARTICLE);
    List<WebElement> boxes = browser.driver().findElements(By.cssSelector(".scans rect"));
    assertThat(boxes).hasSize(1);
    Rectangle match = boxes.getFirst().getRect();
    Rectangle page = browser.one(".scans figure:has(rect) svg").getRect();
    assertThat((match.x - page.x) / (double) page.width).isBetween(0.08, 0.11);
    assertThat((match.y - page.y) / (double) page.height).isBetween(0.21, 0.24);
    assertThat(browser.one(".scans figure:has(rect)").getText()).contains("Page 2");
  }

  @Test
  void theArticleSaysThatItsTextWasRecognized() throws Exception {
    assertThat(server.get(ARTICLE).body()).containsPattern("\\d\\d%, text recognized by OCR");
  }

  @Test
  void thePageIsAccessible() throws Exception {
    browser.width(1280);
    browser.go(ARTICLE);
    assertThat(Axe.load().violations(browser)).isEmpty();
  }
}
