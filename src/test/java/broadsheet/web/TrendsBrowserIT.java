package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader uses trends in a real browser. */
@SuppressWarnings("NullAway.Init")
class TrendsBrowserIT {
  private static final String TWO = "/trends?q=ferry&q=tide&unit=month";
  private static final String SIX =
      "/trends?q=ferry&q=tide&q=fog&q=strikers&q=low&q=averyveryveryveryveryverylongword";

  private static final String TEXT =
      "h1, h2, main p, main a, main label, main dt, main dd, main li, main summary, main th,"
          + " main td, main button, main input";

  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.over(TrendArticles.all(), Duration.ofMinutes(10));
    browser = Browser.open(server);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @BeforeEach
  void desktopByDay() {
    browser.width(1280);
    browser.theme("light");
  }

  @Test
  void aPointIsFollowedToItsArticles() {
    browser.go(TWO);
    List<WebElement> points = browser.all(".plot a");
    assertThat(points).hasSize(5);
    points.get(1).sendKeys(Keys.ENTER);
    browser.driver().findElement(By.cssSelector(".count"));
    assertThat(browser.place()).isEqualTo("/search?q=ferry&from=2021-05-01&to=2021-05-31");
    assertThat(browser.one(".count").getText()).isEqualTo("20 articles");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theFormAsksAnewAndKeepsTheRest() {
    browser.go(TWO + "&measure=share&source=Lantern");
    List<WebElement> fields = browser.all(".ask input[name=q]");
    assertThat(fields).hasSize(6);
    assertThat(fields)
        .extracting(WebElement::isDisplayed)
        .containsExactly(true, true, false, false, false, false);
    browser.one(".ask summary").click();
    fields.get(2).sendKeys("fog");
    browser.follow(".ask button");
    assertThat(browser.texts(".legend a")).containsExactly("ferry", "tide", "fog");
    assertThat(browser.texts(".switches:not([aria-label=Tables]) [aria-current]"))
        .containsExactly("Share of all", "Month");
    assertThat(browser.one(".narrowed").getText()).contains("Lantern");
  }

  @Test
  void switchesLeadToAnotherUnitAndMeasure() {
    browser.go(TWO);
    browser.follow(browser.driver().findElement(By.linkText("Day")));
    assertThat(browser.place()).isEqualTo("/trends?q=ferry&q=tide&unit=day");
    browser.follow(browser.driver().findElement(By.linkText("Share of all")));
    assertThat(browser.place()).isEqualTo("/trends?q=ferry&q=tide&measure=share&unit=day");
    assertThat(browser.one(".scale").getDomProperty("textContent")).contains("100%");
  }

  @Test
  void itAllWorksWithoutScript() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go("/trends");
      plain.one(".ask input").sendKeys("ferry");
      plain.follow(".ask button");
      assertThat(plain.all(".plot a")).isNotEmpty();
      plain.one(".figures summary").click();
      assertThat(plain.one(".figures table").isDisplayed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trends", TWO, SIX, SIX + "&unit=day&measure=share"})
  void nothingIsScrolledSideways(String path) {
    for (int width : List.of(320, 390, 1280)) {
      browser.width(width);
      browser.go(path);
      browser.all(".figures summary").forEach(WebElement::click);
      assertThat(browser.contentWidth()).as("%s at %s", path, width).isEqualTo(width);
    }
  }

  @Test
  void textOfTheChartKeepsItsSizeOnAPhone() {
    browser.width(390);
    browser.go(SIX);
    assertThat(browser.all(".scale text, .kept text"))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text.getCssValue("font-size")).isEqualTo("13px"))
        .anySatisfy(text -> assertThat(text.getRect().getHeight()).isGreaterThan(10));
  }

  @ParameterizedTest
  @CsvSource({"light, /trends", "dark, /trends", "light, " + SIX, "dark, " + SIX})
  void everythingIsReadable(String theme, String path) {
    browser.theme(theme);
    browser.go(path);
    browser.all(".figures summary").forEach(WebElement::click);
    assertThat(Contrast.pieces(browser.driver(), TEXT))
        .isNotEmpty()
        .allSatisfy(
            piece -> assertThat(piece.contrast()).as(piece.text()).isGreaterThanOrEqualTo(4.5));
  }

  /** Lines and marks take the text colour of their container. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void linesStandOutFromThePaper(String theme) {
    browser.theme(theme);
    browser.go(SIX);
    assertThat(Contrast.pieces(browser.driver(), ".plot g, .key"))
        .hasSize(12)
        .allSatisfy(piece -> assertThat(piece.contrast()).isGreaterThanOrEqualTo(4.5));
  }

  @Test
  void linesDifferInDashAndMarkNotOnlyInColour() {
    browser.go(SIX);
    List<String> dashes =
        browser.all(".key .line").stream().map(l -> l.getCssValue("stroke-dasharray")).toList();
    assertThat(dashes).hasSize(6).doesNotHaveDuplicates();
    assertThat(browser.all(".key use").stream().map(u -> u.getDomAttribute("href")))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }
}
