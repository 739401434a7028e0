package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader uses the pages in a real browser. */
class BrowserIT extends SharedBrowser {
  /** Elements whose text must be readable. */
  private static final String TEXT =
      "h1, h2, h3, main p, main a, main mark, main dt, main dd, main time, main code, main li,"
          + " footer p, .searchbox button, .searchbox input";

  @Smoke
  @Test
  void searchFromTheFrontPageFindsMarkedArticles() {
    browser.go("/");
    browser.search("harbour");
    assertThat(browser.place()).isEqualTo("/search?q=harbour");
    assertThat(browser.one(".count").getText()).isEqualTo("2 articles");
    assertThat(browser.texts(".hits mark")).isNotEmpty().allMatch("harbour"::equalsIgnoreCase);
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("harbour");
  }

  @Test
  void phraseIsMarkedAsThePhraseHoweverItsQuotesAreTyped() {
    browser.go("/");
    browser.one("#q").sendKeys("\"candid, substantial, and fruitful\"");
    browser.follow(".searchbox button");
    assertThat(browser.texts(".hit mark")).containsExactly("candid, substantial, and fruitful");
    assertThat(browser.one(".kicker").getText()).isEqualTo("undated");
  }

  @Test
  void fieldQueryLooksThereAlone() {
    browser.go("/search?q=title:discourse");
    assertThat(browser.all(".hit")).hasSize(1);
    assertThat(browser.texts(".hit h2 mark")).containsExactly("discourse");
    browser.go("/search?q=title:balloon");
    assertThat(browser.one(".notice h2").getText()).isEqualTo("Nothing matches");
  }

  @Test
  void relatedHeadlinesAreNoPartOfTheArticle() {
    browser.go("/search?q=Odesa");
    assertThat(browser.one(".notice h2").getText()).isEqualTo("Nothing matches");
    browser.go("/search?q=related:Odesa");
    browser.follow(".hit h2 a");
    assertThat(browser.one("#related").getText()).isEqualTo("Related News");
    assertThat(browser.texts(".related mark")).containsExactly("Odesa");
    assertThat(browser.all(".story mark")).isEmpty();
  }

  @Smoke
  @Test
  void articleOpensWithItsMarksAndLeadsBackToItsResults() {
    browser.go("/search?q=pier&sort=oldest");
    browser.follow(".hit h2 a");
    assertThat(browser.one("h1").getText()).contains("grain pier");
    assertThat(browser.texts(".text mark")).hasSizeGreaterThan(1).containsOnly("pier");
    browser.follow(".back a");
    assertThat(browser.place()).isEqualTo("/search?q=pier&sort=oldest#result-harbour-1");
  }

  @Test
  void topicOfAnArticleLeadsToItsFellows() {
    browser.go("/article/harbour-1");
    browser.follow(".filed a");
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("topic:\"shipping\"");
    assertThat(browser.all(".hit")).hasSize(1);
    assertThat(browser.texts(".matches mark")).containsExactly("shipping");
  }

  @Test
  void pagesLeadForthAndBack() {
    browser.go("/search?q=tide");
    String first = browser.one(".hit h2").getText();
    browser.follow("a[rel=next]");
    assertThat(browser.place()).isEqualTo("/search?q=tide&page=2");
    assertThat(browser.one(".hit h2").getText()).isNotEqualTo(first);
    browser.follow(".paging ol li:last-of-type a");
    assertThat(browser.all(".hit")).hasSize(5);
    assertThat(browser.all("a[rel=next]")).isEmpty();
    browser.follow("a[rel=prev]");
    browser.follow("a[rel=prev]");
    assertThat(browser.one(".hit h2").getText()).isEqualTo(first);
  }

  @Test
  void sortLinksOrderByDate() {
    browser.go("/search?q=tide");
    browser.follow(browser.driver().findElement(By.linkText("Newest first")));
    assertThat(browser.one(".hit h2").getText()).isEqualTo("Tide bulletin number 25");
    browser.follow(browser.driver().findElement(By.linkText("Oldest first")));
    assertThat(browser.one(".hit h2").getText()).isEqualTo("Tide bulletin number 1");
    assertThat(browser.one("[aria-current=true]").getText()).contains("Oldest first");
  }

  @Test
  void newQueryKeepsWhatNarrowsTheSearch() {
    browser.go("/search?q=tide&sort=newest&from=2022-03-20");
    browser.search("pilots");
    assertThat(browser.place()).isEqualTo("/search?q=pilots&sort=newest&from=2022-03-20");
    assertThat(browser.one(".count").getText()).isEqualTo("6 articles");
    assertThat(browser.one(".filters").getText()).contains("20 March 2022");
  }

  @Test
  void zeroHitsLeadToTheirParts() {
    browser.go("/search?q=barley+AND+balloon");
    assertThat(browser.all(".clauses tbody tr")).hasSize(2);
    browser.follow(".clauses a");
    assertThat(browser.one(".count").getText()).isEqualTo("1 article");
  }

  @Test
  void scriptInAnArticleIsShownAndNotRun() {
    browser.complaints(); // of the pages before
    for (String path : new String[] {"/search?q=hostile", "/article/hostile-1?q=hostile"}) {
      browser.go(path);
      assertThat(browser.one("main").getText()).contains(SampleArticles.SCRIPT);
      assertThat(browser.driver().getTitle()).doesNotStartWith("owned");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search?q=tide", "/article/harbour-1?q=pier", "/corpus", "/help"})
  void browserHasNothingToComplainOf(String path) {
    browser.complaints();
    browser.go(path);
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 700, 1280})
  void buttonInTheFooterCoversNoneOfItsText(int width) {
    browser.width(width);
    browser.go("/search?q=tide");
    Object covered =
        browser
            .driver()
            .executeScript(
                """
                const button = document.querySelector(".colophon button").getBoundingClientRect();
                const text = document.createRange();
                text.selectNodeContents(document.querySelector(".colophon"));
                text.setEndBefore(document.querySelector(".colophon button"));
                return [...text.getClientRects()].filter((line) => line.width > 0
                  && line.left < button.right && button.left < line.right
                  && line.top < button.bottom && button.top < line.bottom).length;
                """);
    assertThat(covered).isEqualTo(0L);
  }

  @Test
  void slashLeadsToTheSearchBoxAndTabFirstToTheContent() {
    browser.go("/article/harbour-1?q=pier");
    WebElement body = browser.one("body");
    body.sendKeys(Keys.TAB);
    assertThat(focused().getText()).isEqualTo("Skip to content");
    body.sendKeys("/");
    assertThat(focused().getDomAttribute("id")).isEqualTo("q");
    focused().sendKeys("a/b");
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("a/b");
  }

  private static WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }

  @Test
  void everythingWorksWithoutScript() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go("/");
      plain.one("body").sendKeys("/");
      assertThat(plain.driver().switchTo().activeElement().getTagName()).isEqualTo("body");
      plain.search("tide");
      plain.follow("a[rel=next]");
      plain.follow(".hit h2 a");
      assertThat(plain.texts("h1 mark")).containsExactly("Tide");
      plain.follow(".back a");
      assertThat(plain.place()).isEqualTo("/search?q=tide&page=2#result-bulletin-19");
      assertThat(plain.all(".hit:target h2")).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void textAndMarksStandOutInBothThemes(String path) {
    browser.go(path);
    for (String theme : List.of("light", "dark")) {
      // without transitions, or a colour could be measured half way to another
      browser.prefer(Map.of("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce"));
      List<Contrast.Piece> pieces = Contrast.pieces(browser.driver(), TEXT);
      assertThat(pieces).hasSizeGreaterThan(3);
      for (Contrast.Piece piece : pieces) {
        assertThat(piece.contrast())
            .as("%s, %s, %s", theme, path, piece)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }
}
