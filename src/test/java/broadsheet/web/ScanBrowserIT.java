package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Scans in a real browser. */
@SuppressWarnings("NullAway.Init")
class ScanBrowserIT {
  private static final String ARTICLE = "/article/Daily-Ember-1904-01-17-1?q=harbour+OR+frost";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Path issue = Files.createDirectories(folder.resolve("shelf/Daily Ember/1904-01-17"));
    DrawnPages.draw(issue, "1", List.of("Frost closes the harbour", "for another week."));
    Path index = folder.resolve("index");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Indexing.rebuild(index, List.of(folder.resolve("shelf")))
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
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

  @Test
  void theNextMatchIsMarkedInTheTextAndOnTheScan() {
    browser.width(1280);
    browser.go(ARTICLE);
    assertThat(current()).isEmpty();
    WebElement next = browser.driver().findElement(By.cssSelector(".steps button:last-child"));
    next.click();
    assertThat(current()).containsExactly("1");
    next.click();
    assertThat(current()).containsExactly("2");
    assertThat(browser.driver().findElements(By.cssSelector("mark[aria-current]"))).hasSize(1);
  }

  private static List<String> current() {
    return browser.driver().findElements(By.cssSelector(".scans [aria-current]")).stream()
        .map(box -> String.valueOf(box.getDomAttribute("data-hit")))
        .toList();
  }

  @Test
  void zoomingMakesTheScanLarger() {
    browser.width(1280);
    browser.go(ARTICLE);
    WebElement scan = browser.driver().findElement(By.cssSelector(".scan-view .scan"));
    int before = scan.getSize().getWidth();
    browser.driver().findElement(By.cssSelector(".scan-tools button")).click();
    assertThat(scan.getSize().getWidth()).isBetween(2 * before - 60, 2 * before + 60);
  }

  @Test
  void onAPhoneTheSwitchLeadsFromTheTextToTheScanAtItsMatchAndBack() {
    browser.width(390);
    browser.go(ARTICLE);
    WebElement text = browser.one(".text");
    WebElement scans = browser.one(".scans");
    assertThat(scans.isDisplayed()).isFalse();
    browser.one(".reading-column .switch a").click();
    assertThat(text.isDisplayed()).isFalse();
    assertThat(scans.isDisplayed()).isTrue();
    Object isInView =
        browser
            .driver()
            .executeScript(
                """
                const box = document.querySelector(".scans [aria-current]").getBoundingClientRect();
                const view = document.querySelector(".scan-view").getBoundingClientRect();
                return box.width > 0 && box.left >= view.left && box.right <= view.right
                  && box.top >= view.top && box.bottom <= view.bottom
                  && document.documentElement.scrollWidth <= innerWidth;
                """);
    assertThat(isInView).isEqualTo(true);
    browser.one(".steps button:last-child").click();
    assertThat(current()).hasSize(1);
    assertThat(scans.isDisplayed()).isTrue();
    browser.one(".scans .switch a").click();
    assertThat(text.isDisplayed()).isTrue();
    assertThat(scans.isDisplayed()).isFalse();
  }

  @Test
  void theSwitchNeedsNoScript() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.width(390);
      plain.go(ARTICLE);
      assertThat(plain.one(".scans").isDisplayed()).isFalse();
      plain.one(".reading-column .switch a").click();
      assertThat(plain.one(".scans rect").isDisplayed()).isTrue();
      assertThat(plain.one(".text").isDisplayed()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ARTICLE,
        ARTICLE + "#scans",
        "/search?q=harbour",
        "/issues",
        "/issues?source=Daily+Ember",
        "/issues?source=Daily+Ember&date=1904-01-17"
      })
  void pagesWithScansAreAccessibleInBothThemes(String path) throws Exception {
    for (String theme : List.of("light", "dark")) {
      browser.prefer(Map.of("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce"));
      browser.width(1280);
      browser.go(path);
      assertThat(Axe.load().violations(browser)).as(path + " " + theme).isEmpty();
    }
    browser.width(320);
    browser.go(path);
    Object wide =
        browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth");
    assertThat(wide).as(path + " at 320 pixels").isEqualTo(true);
  }
}
