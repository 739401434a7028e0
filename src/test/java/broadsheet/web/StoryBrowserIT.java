package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Reading an article in a browser: from match to match, on paper, in other scripts. */
class StoryBrowserIT extends SharedBrowser {
  private static final String CLOCK = "/article/clock-1?q=clock+OR+tower";

  @BeforeEach
  void withoutMotion() {
    browser.prefer(Map.of("prefers-reduced-motion", "reduce"));
  }

  private static String place() {
    return browser.one(".hit-bar [role=status]").getText();
  }

  private static List<String> current() {
    return browser.all("[aria-current=true]").stream().map(e -> e.getDomAttribute("id")).toList();
  }

  @Test
  void keysLeadFromMatchToMatchAndRound() {
    browser.go(CLOCK);
    assertThat(place()).isEqualTo("4 matches");
    browser.press("n");
    assertThat(place()).isEqualTo("1 of 4");
    assertThat(current()).containsExactly("hit-1");
    browser.press("nnn");
    assertThat(current()).containsExactly("hit-4");
    browser.press("n");
    assertThat(current()).containsExactly("hit-1");
    browser.press("p");
    assertThat(place()).isEqualTo("4 of 4");
    assertThat(browser.place()).isEqualTo(CLOCK + "#hit-4");
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("hit-4");
  }

  @Test
  void keyBackFromTheStartIsTheLastMatch() {
    browser.go(CLOCK);
    browser.press("p");
    assertThat(place()).isEqualTo("4 of 4");
  }

  @Test
  void helpTellsTheKeysOnlyWhereTheyDoSomething() {
    browser.go(CLOCK);
    browser.press("?");
    assertThat(browser.texts("dialog dt")).contains("n", "p");
    assertThat(browser.one("dialog").getText()).contains("IN THE ARTICLE", "Go to the next match");
    browser.press(Keys.ESCAPE);
    browser.go("/article/clock-1");
    browser.press("?");
    assertThat(browser.texts("dialog dt")).doesNotContain("n", "p");
  }

  @Test
  void buttonsDoTheSameAndKeepFocus() {
    browser.go(CLOCK);
    browser.until(() -> browser.all(".steps button").size() == 2);
    WebElement next = browser.all(".steps button").getLast();
    next.click();
    next.click();
    assertThat(place()).isEqualTo("2 of 4");
    assertThat(browser.focused()).isEqualTo(next);
    browser.all(".steps button").getFirst().click();
    assertThat(current()).containsExactly("hit-1");
  }

  @Test
  void currentMatchIsInSightAndSaidAndNotUnderTheBar() {
    browser.go("/article/" + SampleArticles.SEED_ID + "?q=China");
    for (int i = 0; i < 9; i++) {
      browser.press("n");
    }
    assertThat(
            browser.ask(
                """
                const hit = document.querySelector("[aria-current]").getBoundingClientRect();
                const bar = document.querySelector(".hit-bar").getBoundingClientRect();
                return String(bar.top === 0 && hit.top > bar.bottom && hit.bottom < innerHeight);
                """))
        .isEqualTo("true");
    assertThat(browser.one(".hit-bar [role=status]").getText()).startsWith("9 of ");
    assertThat(style("[aria-current]", "outlineStyle")).isEqualTo("solid");
  }

  @Test
  void scrollingIsSmoothOnlyWhereMotionIsWelcome() {
    browser.go(CLOCK);
    assertThat(scrolling()).isEqualTo("instant");
    browser.prefer(Map.of("prefers-reduced-motion", "no-preference"));
    assertThat(scrolling()).isEqualTo("smooth");
  }

  private static String scrolling() {
    browser
        .driver()
        .executeScript("Element.prototype.scrollIntoView = (how) => document.title = how.behavior");
    browser.press("n");
    return browser.driver().getTitle();
  }

  @Test
  void aHitOpensAtItsFirstMatchAndBackLeadsToTheResultsInOneStep() {
    browser.go("/search?q=clock+OR+tower&duplicates=show");
    browser.follow(".hit h2 a");
    assertThat(browser.place()).endsWith("#hit-1");
    assertThat(place()).startsWith("1 of ");
    browser.press("nnn");
    browser.back();
    assertThat(browser.place()).startsWith("/search?q=clock");
  }

  @Test
  void withoutScriptLinksLeadToTheFirstAndLastMatch() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go(CLOCK);
      assertThat(plain.texts(".steps a")).containsExactly("First", "Last");
      assertThat(plain.all(".steps button")).isEmpty();
      plain.all(".steps a").getLast().click();
      assertThat(plain.place()).isEqualTo(CLOCK + "#hit-4");
      assertThat(plain.all("mark:target")).hasSize(1);
      plain.one("details.cite summary").click();
      assertThat(plain.one(".citation").isDisplayed()).isTrue();
    }
  }

  @Test
  void keysLeadToTheNeighbouringResultsAndBackToTheSamePlace() {
    browser.go("/search?q=tide&sort=newest&page=2");
    browser.follow(".hit:last-of-type h2 a");
    assertThat(browser.one(".neighbours p").getText()).isEqualTo("Result 20 of 25");
    String last = browser.one("h1").getText();
    browser.pressAndLeave("j");
    assertThat(browser.one(".neighbours p").getText()).isEqualTo("Result 21 of 25");
    assertThat(browser.place()).contains("page=3").endsWith("#hit-1");
    browser.pressAndLeave("k");
    assertThat(browser.one("h1").getText()).isEqualTo(last);
    browser.pressAndLeave("k");
    assertThat(browser.one(".neighbours p").getText()).isEqualTo("Result 19 of 25");
    String seen = browser.one("h1").getText();
    browser.follow(".back a");
    assertThat(browser.place()).startsWith("/search?q=tide&page=2&sort=newest#result-");
    WebElement hit = browser.one(".hit:target");
    assertThat(hit.findElement(By.cssSelector("h2")).getText()).isEqualTo(seen);
    assertThat(
            browser.ask(
                "const box = document.querySelector('.hit:target').getBoundingClientRect();"
                    + "return String(box.top >= 0 && box.bottom <= innerHeight)"))
        .isEqualTo("true");
  }

  @Test
  void firstAndLastResultHaveOneNeighbourAndOtherArticlesNone() {
    browser.go("/article/bulletin-25?q=tide&sort=newest");
    assertThat(neighbours()).containsExactly("next");
    browser.press("k");
    browser.go("/article/bulletin-1?q=tide&sort=newest&page=3");
    assertThat(neighbours()).containsExactly("prev");
    browser.go("/article/harbour-1?q=tide&sort=newest");
    assertThat(browser.all(".neighbours")).isEmpty();
    browser.go("/article/harbour-1");
    assertThat(browser.all(".neighbours")).isEmpty();
  }

  @Test
  void sourceAndDateAreInSightAtTheFirstMatchAndNothingIsAboveTheHeadline() {
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      browser.go("/article/" + SampleArticles.SEED_ID + "?q=spy#hit-1");
      assertThat(inSight(".hit-bar .from")).as("%s", width).isTrue();
      assertThat(inSight("mark")).as("%s", width).isTrue();
      assertThat(
              browser.ask(
                  "const [bar, head] = ['.hit-bar', 'h1'].map((one) =>"
                      + " document.querySelector(one));return String(!!(head"
                      + ".compareDocumentPosition(bar) & Node.DOCUMENT_POSITION_FOLLOWING))"))
          .isEqualTo("true");
    }
  }

  private static List<String> neighbours() {
    return browser.all(".neighbours a").stream().map(a -> a.getDomAttribute("rel")).toList();
  }

  private static boolean inSight(String selector) {
    return browser
        .ask(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                + "return String(box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)",
            selector)
        .equals("true");
  }

  @Test
  void citationIsCopiedInItsStyle() {
    browser.go("/article/harbour-1");
    browser.one(".cite summary").click();
    assertThat(browser.texts(".cite dt")).containsExactly("Chicago", "APA", "MLA");
    assertThat(browser.texts(".citation-style"))
        .allMatch(text -> text.contains("https://lantern.example/1987/02/26/grain-pier"))
        .allMatch(text -> text.contains("Accessed") || text.contains("Retrieved"));
    browser.all(".copy").get(2).click();
    browser.until(() -> browser.all(".copy").get(2).getText().equals("Copied"));
    assertThat(browser.ask("return String(getSelection())")).startsWith("Amsel, R., & van Doorn");
  }

  @Test
  void differencesOfVersionsAreSteppedThroughAlike() {
    browser.go("/article/clock-1/compare/clock-2");
    assertThat(place()).isEqualTo("3 differences");
    browser.press("nn");
    assertThat(current()).containsExactly("hit-2");
    browser.press("?");
    assertThat(browser.one("dialog").getText()).contains("Go to the next difference");
  }

  @Test
  void versionsStandSideBySideWhereThereIsRoomAndBelowEachOtherWhereNot() {
    browser.go("/article/clock-1/compare/clock-2");
    assertThat(browser.texts("#hit-2 p").getFirst()).contains("two clockmakers");
    assertThat(tops()).hasSize(1);
    browser.width(320);
    assertThat(tops()).hasSize(2);
    assertThat(browser.all(".same p:last-child")).noneMatch(WebElement::isDisplayed);
  }

  private static List<Integer> tops() {
    return browser.all("#hit-2 p").stream().map(e -> e.getRect().getY()).distinct().toList();
  }

  @Test
  void whatDiffersIsToldByLinesAndNotByColourAlone() {
    browser.go("/article/clock-1/compare/clock-2");
    assertThat(style(".version del", "textDecorationLine")).isEqualTo("line-through");
    assertThat(style(".version ins", "textDecorationLine")).isEqualTo("underline");
  }

  @Test
  void printedPageHasTheArticleItsAddressAndItsCitation() {
    browser.go(CLOCK);
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(browser.all(".hit-bar, .back, .searchbox, .related, .cite, .colophon"))
        .hasSizeGreaterThan(5)
        .noneMatch(WebElement::isDisplayed);
    assertThat(browser.one(".printed").getText()).startsWith("Cite as: Olive Penrose: “Clock");
    assertThat(
            browser.ask(
                "return getComputedStyle(document.querySelector('a.original'), '::after').content"))
        .contains("https://crier.example/clock");
    assertThat(browser.all(".story h1, .text p")).allMatch(WebElement::isDisplayed);
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    assertThat(browser.one(".printed").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"arabic-1", "hebrew-1"})
  void rightToLeftTextIsSetFromTheRight(String id) {
    browser.go("/article/" + id);
    assertThat(style(".text p", "direction")).isEqualTo("rtl");
    assertThat(style(".story h1", "letterSpacing")).isEqualTo("normal");
    assertThat(
            browser.ask(
                """
                const box = document.querySelector(".story h1");
                const range = document.createRange();
                range.selectNodeContents(box);
                const [own, text] = [box, range].map((one) => one.getBoundingClientRect());
                return String(Math.abs(own.right - text.right) < 2 && text.left > own.left + 20);
                """))
        .isEqualTo("true");
  }

  @Test
  void chineseAndJapaneseBreakByTheirOwnRulesAndAreNotHyphenated() {
    for (String id : List.of("chinese-1", "japanese-1")) {
      browser.go("/article/" + id);
      assertThat(style(".text p", "lineBreak")).isEqualTo("strict");
      assertThat(style(".text p", "hyphens")).isNotEqualTo("auto");
    }
  }

  @Test
  void textOfUnknownLanguageIsNotHyphenatedAsIfItWereEnglish() {
    browser.go("/article/hostile-1");
    assertThat(browser.ask("return document.querySelector('.text p').closest('[lang]').lang"))
        .isEmpty();
  }

  @Test
  void linesAreNotTooLongToBeRead() {
    browser.go("/article/harbour-1");
    assertThat(
            browser.ask(
                """
                const probe = document.createElement("div");
                const text = document.querySelector(".text p");
                probe.style.width = "70ch";
                text.after(probe);
                const [own, most] = [text, probe].map((one) => one.getBoundingClientRect().width);
                return String(own > most / 2 && own <= most + 1);
                """))
        .isEqualTo("true");
  }

  private static String style(String selector, String property) {
    return browser.ask(
        "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
        selector,
        property);
  }
}
