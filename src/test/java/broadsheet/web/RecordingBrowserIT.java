package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.OutputType;

/** The page of a transcript in a real browser. */
@SuppressWarnings("NullAway.Init")
class RecordingBrowserIT {
  private static final String TIME = "return String(document.querySelector('audio').currentTime)";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.at(SpokenShelf.index(folder));
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

  private static double time() {
    return Double.parseDouble(browser.ask(TIME));
  }

  @Test
  void pressingATimePlaysFromThereAndShowsWhatIsSaid() throws Exception {
    browser.theme("light");
    browser.size(1280, 760);
    browser.go(SpokenShelf.ARTICLE + "?q=quay");
    browser.one("#said-2 a.at").click();
    browser.until(() -> time() > 20.2);
    assertThat(time()).isLessThan(30);
    assertThat(browser.place()).doesNotContain("/recording");
    browser.until(() -> browser.texts(".said[aria-current]").size() == 1);
    assertThat(browser.one(".said[aria-current]").getText()).contains("Tom Reed");
    browser.until(
        () -> browser.one(".caption").getText().equals("Tom Reed: Is the quay open & safe?"));
    DocumentPictures.write("recording", browser.driver().getScreenshotAs(OutputType.BYTES));
    browser.one("#said-3 a.at").click();
    browser.until(() -> time() >= 30);
    browser.until(() -> browser.one(".said[aria-current]").getText().contains("tomorrow"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theAddressOfASecondLeadsToItsParagraphAndItsTime() {
    browser.go(SpokenShelf.ARTICLE + "/at/21?q=quay");
    browser.until(() -> time() >= 21);
    assertThat(browser.place()).endsWith("#said-2");
  }

  @Test
  void thePlayerStaysInView() {
    for (int width : new int[] {390, 1280}) {
      browser.size(width, 600);
      browser.go(SpokenShelf.ARTICLE);
      assertThat(
              browser.ask(
                  """
                  const box = document.querySelector("audio").getBoundingClientRect();
                  return String(box.top >= 0 && box.bottom <= innerHeight
                    && document.documentElement.scrollWidth <= innerWidth);
                  """))
          .isEqualTo("true");
    }
  }

  @Test
  void aTimeNeedsNoScript() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go(SpokenShelf.ARTICLE);
      plain.one("#said-2 a.at").click();
      plain.until(() -> plain.driver().getCurrentUrl().endsWith("/recording#t=20.0"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SpokenShelf.ARTICLE + "?q=quay", "/article/lost", "/search?q=quay"})
  void pagesOfTranscriptsAreAccessibleInBothThemes(String path) throws Exception {
    for (String theme : List.of("light", "dark")) {
      browser.prefer(Map.of("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce"));
      browser.width(1280);
      browser.go(path);
      assertThat(Axe.load().violations(browser)).as(path + " " + theme).isEmpty();
    }
    browser.width(320);
    browser.go(path);
    assertThat(browser.ask("return String(document.documentElement.scrollWidth <= innerWidth)"))
        .as(path + " at 320 pixels")
        .isEqualTo("true");
  }
}
