package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Judges hits in a browser, with and without script. */
class JudgingBrowserIT {

  private static final String FIRST = "article.hit:first-of-type .judging";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("mine.qrels");
  }

  @Test
  void buttonJudgesWithoutScript() throws IOException {
    try (TestServer server = TestServer.judging(file);
        Browser browser = Browser.withoutScript(server)) {
      browser.go("/search?q=harbour");
      browser.follow("#judge-month-only button[value='1']");
      assertThat(browser.place()).isEqualTo("/search?q=harbour#judge-month-only");
      assertThat(browser.texts(".judging [aria-pressed=true]")).containsExactly("Relevant");
      assertThat(file).hasContent("1 0 month-only 1\n");

      browser.follow("#judge-month-only button[value=clear]");
      assertThat(browser.all(".judging [aria-pressed=true]")).isEmpty();
      assertThat(file).isEmptyFile();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void buttonJudgesWithoutLeavingThePage() throws IOException {
    try (TestServer server = TestServer.judging(file);
        Browser browser = Browser.open(server)) {
      browser.go("/search?q=harbour");
      browser.driver().executeScript("window.isTheSamePage = true");
      browser.one(FIRST + " button[value='0']").click();
      until(browser, FIRST + " [value='0'][aria-pressed=true]");
      assertThat(Files.readString(file)).endsWith(" 0\n").startsWith("1 0 ");

      browser.one(FIRST + " button[value=clear]").click();
      until(browser, FIRST + " [value=clear][hidden]");
      assertThat(browser.all(FIRST + " [aria-pressed=true]")).isEmpty();
      assertThat(browser.one(FIRST + " button[value='1']"))
          .isEqualTo(browser.driver().switchTo().activeElement());
      assertThat(browser.driver().executeScript("return window.isTheSamePage")).isEqualTo(true);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void keysJudgeTheSelectedHit() throws IOException {
    try (TestServer server = TestServer.judging(file);
        Browser browser = Browser.open(server)) {
      browser.go("/search?q=harbour");
      assertThat(call(browser, "judgeRelevant")).isEqualTo(false);
      press(browser, "j");
      press(browser, "+");
      until(browser, FIRST + " [value='1'][aria-pressed=true]");
      for (String key : new String[] {"-", "0", "+", "-"}) {
        press(browser, key);
      }
      until(browser, FIRST + " [value='0'][aria-pressed=true]");
      press(browser, "+");
      until(browser, FIRST + " [value='1'][aria-pressed=true]");
      assertThat(Files.readAllLines(file)).singleElement().asString().endsWith(" 1");
      press(browser, "0");
      until(browser, FIRST + " [value=clear][hidden]");
      assertThat(file).isEmptyFile();
    }
  }

  private static void press(Browser browser, String key) {
    browser.driver().switchTo().activeElement().sendKeys(key);
  }

  @Test
  void whatWasNotKeptIsSaidAtTheHit() throws IOException {
    Files.createDirectories(folder.resolve(".mine.qrels.new/full"));
    try (TestServer server = TestServer.judging(file);
        Browser browser = Browser.open(server)) {
      browser.go("/search?q=harbour");
      browser.one(FIRST + " button[value='1']").click();
      until(browser, FIRST + " .judging-trouble:not(:empty)");
      assertThat(browser.one(FIRST + " .judging-trouble").getText())
          .startsWith("Not saved: The file of judgements cannot be written");
      assertThat(browser.all(FIRST + " [aria-pressed=true]")).isEmpty();
    }
  }

  @Test
  void keysDoNothingWhereHitsAreNotJudged() throws IOException {
    try (TestServer server = TestServer.shared();
        Browser browser = Browser.open(server)) {
      browser.go("/search?q=harbour");
      assertThat(browser.all(".judging")).isEmpty();
      assertThat(call(browser, "judgeRelevant")).isEqualTo(false);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void narrowScreenHasRoomForTheButtons() throws IOException {
    try (TestServer server = TestServer.judging(file);
        Browser browser = Browser.open(server)) {
      browser.width(320);
      browser.go("/search?q=harbour");
      assertThat(browser.contentWidth()).isEqualTo(320);
      for (String theme : new String[] {"light", "dark"}) {
        browser.theme(theme);
        browser
            .driver()
            .executeScript(
                "document.querySelector('.judging button').setAttribute('aria-pressed', 'true')");
        assertThat(Contrast.pieces(browser.driver(), ".judging button:not([hidden])"))
            .isNotEmpty()
            .allSatisfy(piece -> assertThat(piece.contrast()).isGreaterThanOrEqualTo(4.5));
      }
    }
  }

  private static @Nullable Object call(Browser browser, String function) {
    return browser
        .driver()
        .executeAsyncScript(
            """
            const [name, done] = arguments;
            const started = document.querySelector("script[type=module]").src;
            import(new URL("judge.js", started)).then((judge) => done(judge[name]() ?? null));
            """,
            function);
  }

  private static void until(Browser browser, String selector) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(shown -> !browser.all(selector).isEmpty());
  }
}
