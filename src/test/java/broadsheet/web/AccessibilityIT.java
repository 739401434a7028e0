package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page is accessible: axe-core, zoom, narrow screens, the reader's own colours. */
@SuppressWarnings("NullAway.Init")
class AccessibilityIT extends SharedBrowser {
  /**
   * Text that overflows the window or is cut off by its box, except where it is hidden or scrolls
   * on purpose.
   */
  private static final String CUT =
      """
      const pieces = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const cut = [];
      const range = document.createRange();
      while (pieces.nextNode()) {
        const text = pieces.currentNode;
        const box = text.parentElement;
        if (!text.data.trim() || box.closest(".unseen, [class^=skip], .scroll, [hidden], script")) continue;
        range.selectNodeContents(text);
        const { left, right, width } = range.getBoundingClientRect();
        if (width && (left < 0 || right > innerWidth + 0.5)) cut.push("outside: " + text.data);
        for (let at = box; at !== document.body; at = at.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(at);
          const hides = [overflowX, overflowY].some((overflow) => /hidden|clip/.test(overflow));
          if (hides && (at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1))
            cut.push("cut: " + text.data);
        }
      }
      return cut;
      """;

  private static Axe axe;

  @BeforeAll
  static void loadAxe() throws Exception {
    axe = Axe.load();
  }

  @BeforeEach
  void withoutMotion() {
    prefer(browser, "light");
  }

  /** Without transitions, or a colour could be measured half way to another. */
  private static void prefer(Browser browser, String theme) {
    browser.prefer(Map.of("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce"));
  }

  private static void assertNothingIsWrong(String what) {
    assertNothingIsWrong(browser, what);
  }

  private static void assertNothingIsWrong(Browser browser, String what) {
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      prefer(browser, "light");
      assertThat(axe.violations(browser)).as("%s, light, %d px", what, width).isEmpty();
      prefer(browser, "dark");
      assertThat(axe.colourViolations(browser)).as("%s, dark, %d px", what, width).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void axeFindsNothingWrong(String path) {
    browser.go(path);
    assertNothingIsWrong(path);
  }

  @Test
  void axeFindsNothingWrongWithWhatScriptsShow() {
    browser.go("/search?q=tide");
    browser.press("jj");
    assertNothingIsWrong("a hit selected");
    browser.press("?");
    assertNothingIsWrong("the help open");
    browser.press(Keys.ESCAPE);
    browser.press("/", "tid", Keys.ARROW_DOWN);
    browser.until(() -> browser.one("#q").getDomAttribute("aria-activedescendant") != null);
    assertNothingIsWrong("the completions open");
  }

  @Test
  void axeFindsNothingWrongWithWhatOpens() {
    browser.width(390);
    browser.go("/search?q=harbour+OR+tide");
    browser.one(".menu-button").click();
    browser.until(() -> browser.one(".sections a").isDisplayed());
    assertThat(axe.violations(browser)).as("the menu").isEmpty();
    browser.press(Keys.ESCAPE);
    browser.one(".filter-box summary").click();
    browser.one(".share summary").click();
    assertNothingIsWrong("filters and share open");
    browser.go("/article/harbour-1?q=pier");
    browser.one(".cite summary").click();
    assertNothingIsWrong("citations open");
    browser.go("/trends?q=tide");
    browser.one(".filter-box summary").click();
    browser.one(".more summary").click();
    assertNothingIsWrong("all fields open");
  }

  @Test
  void newPartsAreReachedByKeysInTheirOrder() {
    browser.width(390);
    browser.go("/search?q=harbour+OR+tide");
    for (String stop : List.of(".menu-button", ".filter-box summary", ".hit h2 a")) {
      browser.tabTo(stop);
    }
    browser.width(1280);
    browser.go("/search?q=harbour+OR+tide");
    browser.tabTo(".filter-box .skip-chart");
    browser.press(Keys.ENTER, Keys.TAB);
    assertThat(browser.ask("return String(!!document.activeElement.closest('.hits'))"))
        .isEqualTo("true");
    browser.go("/article/bulletin-20?q=tide&sort=newest");
    for (String stop : List.of(".back a", "a[rel=prev]", "a[rel=next]", ".cite summary")) {
      browser.tabTo(stop);
    }
  }

  @Test
  void axeFindsNothingWrongWithNames(@TempDir Path folder) throws Exception {
    try (TestServer server = NamedStories.server(folder);
        Browser reader = Browser.open(server)) {
      for (String path :
          List.of(
              "/article/rates-3?q=%22volcker+said%22+inflation",
              NamedStories.VOLCKER, NamedStories.VOLCKER + "/quotes")) {
        reader.go(path);
        assertNothingIsWrong(reader, path);
      }
    }
  }

  @Test
  void axeFindsNothingWrongWithADocumentOfSeveralPages(@TempDir Path folder) throws Exception {
    byte[] report = PdfSamples.pdf(document -> PdfSamples.report(document, 5));
    Path file = Files.write(folder.resolve("report.pdf"), report);
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(file))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    try (TestServer server = TestServer.at(index);
        Browser reader = Browser.open(server)) {
      for (String path : List.of("/article/report?q=only2", "/search?q=only2")) {
        reader.go(path);
        assertNothingIsWrong(reader, path);
      }
    }
  }

  @Test
  void axeFindsNothingWrongWhereHitsAreJudged(@TempDir Path folder) throws Exception {
    try (TestServer judging = TestServer.judging(folder.resolve("judgements.jsonl"));
        Browser judge = Browser.open(judging)) {
      judge.go("/search?q=tide");
      judge.press("j", "+");
      judge.until(() -> !judge.all(".judging [aria-pressed=true]").isEmpty());
      assertNothingIsWrong(judge, "a hit judged");
      judge.press("?");
      assertThat(judge.texts("dialog dt")).contains("j", "+", "-", "0");
      assertNothingIsWrong(judge, "the help open");
    }
  }

  /** Otherwise the other tests would prove nothing. */
  @Test
  void axeFindsWhatIsWrong() {
    browser.go("/");
    browser
        .driver()
        .executeScript(
            """
            const box = document.createElement("input");
            const faint = document.createElement("p");
            const small = document.createElement("div");
            faint.textContent = "Hardly to be read";
            faint.style.color = "#ddd";
            small.innerHTML = "<button>a</button><button>b</button>";
            for (const one of small.children) one.style = "width: 9px; height: 9px; padding: 0";
            const nameless = document.createElement("div");
            nameless.innerHTML = "<textarea></textarea><select></select><button></button>" +
              "<a href='/'></a><details><summary></summary>a</details><img src='/favicon.svg'>" +
              "<svg role='img'></svg>";
            document.querySelector("main").append(box, faint, small, nameless);
            """);
    List<String> violations = axe.violations(browser);
    for (String rule :
        List.of(
            "label:",
            "select-name:",
            "button-name:",
            "link-name:",
            "summary-name:",
            "image-alt:",
            "svg-img-alt:",
            "color-contrast:",
            "target-size:")) {
      assertThat(violations).anyMatch(found -> found.startsWith(rule));
    }
    assertThat(violations)
        .anyMatch(found -> found.startsWith("label:") && found.contains("<textarea"));
    assertThat(axe.colourViolations(browser))
        .hasSize(1)
        .allMatch(found -> found.startsWith("color-contrast:"));
  }

  /** 640 pixels are a 1280 window at 200%; WCAG 1.4.10 requires 320. */
  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void nothingIsCutHoweverMuchIsZoomedOrHowLargeLettersAre(String path) {
    browser.width(320);
    browser.go(path);
    for (int width : new int[] {320, 640}) {
      assertNothingIsCut(path, width);
    }
    browser.driver().executeScript("document.documentElement.style.fontSize = '200%'");
    for (int width : new int[] {640, 1280}) {
      assertNothingIsCut(path + " in large letters", width);
    }
  }

  private static void assertNothingIsCut(String what, int width) {
    browser.width(width);
    assertThat(browser.contentWidth()).as("%s at %d px", what, width).isLessThanOrEqualTo(width);
    assertThat(browser.askAll(CUT)).as("%s at %d px", what, width).isEmpty();
  }

  @Test
  void whatIsCutIsNoticed() {
    browser.go("/");
    browser
        .driver()
        .executeScript("document.querySelector('h1').style = 'height: 9px; overflow: hidden'");
    assertThat(browser.askAll(CUT)).contains("cut: Broadsheet");
  }

  /** From another page: a page that is loaded again goes on at the hit that was selected on it. */
  @Test
  void skipLinkIsFirstAndLeadsToTheContent() {
    browser.go("/");
    browser.go("/search?q=tide");
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to content");
    assertThat(browser.focused().getRect().getY()).isNotNegative();
    browser.press(Keys.ENTER);
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("content");
    browser.press(Keys.TAB);
    assertThat(browser.ask("return String(!!document.activeElement.closest('main'))"))
        .isEqualTo("true");
  }

  /**
   * Marks, the selected hit and the current page are distinguishable without the page's own
   * colours.
   */
  @Test
  void ownColoursOfTheReaderKeepMarksAndSelection() {
    browser.prefer(Map.of("forced-colors", "active"));
    browser.go("/search?q=tide&page=2");
    browser.press("j");
    assertThat(style("mark", "outlineStyle")).isEqualTo("solid");
    assertThat(style(".paging [aria-current]", "outlineStyle")).isEqualTo("solid");
    assertThat(selectionBar("borderLeftWidth")).isEqualTo("4px");
  }

  @Test
  void nothingMovesWhereTheReaderWantsNoMotion() {
    browser.go("/search?q=tide");
    assertThat(style(".hit a", "transitionDuration")).isEqualTo("0s");
    assertThat(scrollingOnSelecting()).isEqualTo("instant");
    browser.prefer(Map.of("prefers-reduced-motion", "no-preference"));
    assertThat(scrollingOnSelecting()).isEqualTo("smooth");
  }

  @Test
  void printHasNothingOfTheScripts() {
    browser.go("/search?q=tide");
    browser.press("j", "/", "harb");
    browser.until(() -> browser.one("[role=listbox]").isDisplayed());
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(browser.all("[role=listbox], .searchbox, .colophon button"))
        .hasSize(3)
        .noneMatch(WebElement::isDisplayed);
    assertThat(selectionBar("display")).isEqualTo("none");
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    assertThat(selectionBar("display")).isEqualTo("block");
  }

  /** The style of the bar beside the selected hit. */
  private static String selectionBar(String property) {
    return browser.ask(
        "return getComputedStyle(document.querySelector('.hit[aria-current]'), '::before')"
            + "[arguments[0]]",
        property);
  }

  private static String scrollingOnSelecting() {
    browser
        .driver()
        .executeScript(
            """
            Element.prototype.scrollIntoView = (how) => { document.title = how.behavior; };
            """);
    browser.press("j");
    return browser.driver().getTitle();
  }

  private static String style(String selector, String property) {
    return browser.ask(
        "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
        selector,
        property);
  }

  @Test
  void everyScriptIsSetInItsOwnDirectionAndWay() {
    browser.go("/search?from=2021-01-01&to=2021-12-31&sort=oldest");
    assertThat(browser.askAll("return [...document.querySelectorAll('.hit')].map(h => h.lang)"))
        .containsExactly("he", "zh", "ja");
    assertThat(
            browser.askAll(
                "return [...document.querySelectorAll('.hit :is(h2, .snippet)')]"
                    + ".map((one) => getComputedStyle(one).direction)"))
        .containsExactly("rtl", "rtl", "ltr", "ltr", "ltr", "ltr");
    assertThat(
            browser.ask(
                "const hit = document.querySelector('.hit h2').getBoundingClientRect();const link ="
                    + " document.querySelector('.hit h2 a').getBoundingClientRect();return"
                    + " String(Math.abs(hit.right - link.right) < 1 && link.left > hit.left)"))
        .isEqualTo("true");
    assertThat(style(".hit[dir=rtl] time", "direction")).isEqualTo("ltr");
    assertThat(style(".hit h2", "letterSpacing")).isEqualTo("normal");
    browser.go("/search?q=%E7%81%AF%E5%A1%94");
    assertThat(browser.texts(".hit mark")).isNotEmpty().containsOnly("灯塔");
  }
}
