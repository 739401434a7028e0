package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Uses the pages by keyboard alone, in a real browser. */
class KeyboardIT extends SharedBrowser {
  /** Longer than a reader may take before the second of two keys. */
  private static final long LONG_PAUSE_MS = 1300;

  /** Arrives from elsewhere, because reloading the page would be the same visit. */
  @BeforeEach
  void results() {
    browser.go("/robots.txt");
    browser.go("/search?q=tide");
  }

  /** The headline of the selected hit; empty if none is selected. */
  private static List<String> selected() {
    return browser.texts("article.hit[aria-current=true] h2");
  }

  private static String headline(int hit) {
    return browser.all(".hit h2").get(hit).getText();
  }

  @Test
  void hitsAreSelectedOneByOneAndHaveFocus() {
    assertThat(selected()).isEmpty();
    browser.press("j");
    assertThat(selected()).containsExactly(headline(0));
    browser.press("jj");
    assertThat(selected()).containsExactly(headline(2));
    assertThat(browser.focused()).isEqualTo(browser.all(".hit h2 a").get(2));
    browser.press("k");
    assertThat(selected()).containsExactly(headline(1));
    browser.press("kkkk");
    assertThat(selected()).containsExactly(headline(0));
    browser.press("j".repeat(15));
    assertThat(selected()).containsExactly(headline(9));
  }

  @Test
  void selectedHitIsInViewAndMarkedByMoreThanColour() {
    browser.press("j".repeat(10));
    browser.until(
        () ->
            browser
                .ask(
                    "const hit = document.querySelector('.hit[aria-current]')"
                        + ".getBoundingClientRect();"
                        + "return String(hit.top >= 0 && hit.bottom <= innerHeight)")
                .equals("true"));
    assertThat(
            browser.ask(
                "return getComputedStyle(document.querySelector('.hit[aria-current]'),"
                    + " '::before').borderLeftStyle"))
        .isEqualTo("solid");
    assertThat(browser.focused().getCssValue("outline-style")).isEqualTo("solid");
  }

  @Test
  void selectionFollowsFocus() {
    browser.tabTo(".hit:nth-of-type(3) h2 a");
    assertThat(selected()).containsExactly(headline(2));
    browser.press("j");
    assertThat(selected()).containsExactly(headline(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"o", "\uE007"})
  void selectedHitOpensAndIsSelectedStillWhenComingBack(String key) {
    browser.press("jjj");
    String wanted = headline(2);
    browser.pressAndLeave(key);
    assertThat(browser.place()).startsWith("/article/");
    assertThat(browser.one("h1").getText()).isEqualTo(wanted);
    browser.back();
    browser.until(() -> !selected().isEmpty());
    assertThat(selected()).containsExactly(wanted);
    assertThat(browser.focused().getText()).isEqualTo(wanted);
    browser.press("j");
    assertThat(selected()).containsExactly(headline(3));
  }

  @Test
  void searchAskedAnewHasNoSelection() {
    browser.press("jj");
    browser.pressAndLeave("n");
    browser.pressAndLeave("p");
    assertThat(selected()).isEmpty();
  }

  @Test
  void nothingOpensWhereNothingIsSelected() {
    browser.press("o");
    assertThat(browser.place()).isEqualTo("/search?q=tide");
  }

  @Test
  void pagesOfResultsAreTurned() {
    browser.pressAndLeave("n");
    assertThat(browser.place()).isEqualTo("/search?q=tide&page=2");
    browser.pressAndLeave("n");
    browser.press("n");
    assertThat(browser.place()).isEqualTo("/search?q=tide&page=3");
    browser.pressAndLeave("p");
    assertThat(browser.place()).isEqualTo("/search?q=tide&page=2");
  }

  @Test
  void twoKeysLeadToTheFrontPageUnlessTooMuchTimeIsBetween() throws InterruptedException {
    browser.press("g");
    Thread.sleep(LONG_PAUSE_MS);
    browser.press("h");
    browser.press("gxh");
    browser.press("g");
    browser.pressWith(Keys.ALT, "h");
    assertThat(browser.place()).isEqualTo("/search?q=tide");
    browser.pressAndLeave("gh");
    assertThat(browser.place()).isEqualTo("/");
  }

  @Test
  void secondKeyThatLeadsNowhereIsTakenByItself() {
    browser.press("gj");
    assertThat(selected()).containsExactly(headline(0));
  }

  @Test
  void lettersOfOneWhoTypesAreLetters() {
    browser.press("/");
    assertThat(browser.focused()).isEqualTo(browser.one("#q"));
    browser.press(" j/?gh");
    assertThat(browser.one("#q").getDomProperty("value")).endsWith(" j/?gh");
    assertThat(selected()).isEmpty();
    assertThat(browser.all("dialog")).isEmpty();
  }

  @Test
  void slashSelectsWhatTheBoxHolds() {
    browser.press("/", "harbour");
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("harbour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"textarea", "select", "p"})
  void everyPlaceToTypeInKeepsItsKeys(String name) {
    browser
        .driver()
        .executeScript(
            """
            const place = document.createElement(arguments[0]);
            place.contentEditable = String(arguments[0] === "p");
            document.querySelector("main").append(place);
            place.focus();
            """,
            name);
    assertThat(browser.focused().getTagName()).isEqualTo(name);
    browser.press("jj");
    assertThat(selected()).isEmpty();
  }

  /** The printed key counts or, if it prints another script, its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key: 'j', code: 'KeyJ' | 1",
        "key: 'j', code: 'KeyC' | 1",
        "key: 'h', code: 'KeyJ' | 0",
        "key: 'о', code: 'KeyJ' | 1",
        "key: 'ξ', code: 'KeyJ' | 1",
        "key: 'J', code: 'KeyJ' | 1",
        "key: 'J', code: 'KeyJ', shiftKey: true | 0",
        "key: 'j', code: 'KeyJ', ctrlKey: true | 0",
        "key: 'j', code: 'KeyJ', altKey: true | 0",
        "key: 'j', code: 'KeyJ', metaKey: true | 0",
        "key: 'j', code: 'KeyC', ctrlKey: true, altKey: true, modifierAltGraph: true | 1",
        "key: 'j', code: 'KeyJ', isComposing: true | 0",
        "code: 'KeyJ' | 0",
      })
  void keysOfAllLayoutsAreHeard(String press, int selected) {
    browser
        .driver()
        .executeScript(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, "
                + press
                + "}))");
    assertThat(selected()).hasSize(selected);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void helpHasTheKeysOfThePageAndGivesFocusBack() {
    browser.press("jj", "?");
    assertThat(browser.ask("return document.querySelector('dialog').matches(':modal')"))
        .isEqualTo("true");
    assertThat(browser.one("dialog").getAccessibleName()).isEqualTo("Keyboard shortcuts");
    assertThat(browser.texts("dialog h3")).containsExactly("ON EVERY PAGE", "ON THE RESULTS PAGE");
    assertThat(browser.texts("dialog dt"))
        .containsExactly("/", "?", "g h", "n", "j", "k", "o", "s");
    browser.press("j");
    assertThat(selected()).containsExactly(headline(1));
    browser.press(Keys.ESCAPE);
    browser.until(() -> browser.all("dialog").isEmpty());
    assertThat(browser.focused().getText()).isEqualTo(headline(1));
  }

  @Test
  void helpListsOnlyWhatDoesSomethingHere() {
    browser.go("/");
    browser.press("?");
    assertThat(browser.texts("dialog dt")).containsExactly("/", "?");
    browser.go("/article/harbour-1");
    browser.press("?");
    assertThat(browser.texts("dialog dt")).containsExactly("/", "?", "g h", "s");
  }

  @Test
  void buttonAtTheFootOpensTheHelpAndHasFocusAfterwards() {
    browser.tabTo(".colophon button");
    browser.press(Keys.ENTER);
    assertThat(browser.focused().getText()).isEqualTo("Close");
    browser.press(Keys.SPACE);
    browser.until(() -> browser.all("dialog").isEmpty());
    assertThat(browser.focused().getText()).isEqualTo("Keyboard shortcuts");
  }

  /** Level A of WCAG, 2.1.4: those who speak to their computer press keys without meaning to. */
  @Test
  void keysCanBeTurnedOffForGoodAndOnAgain() {
    turnKeys("Turn off");
    browser.press("j", "?");
    assertThat(selected()).isEmpty();
    browser.go("/search?q=tide");
    browser.press("j", "?");
    assertThat(selected()).isEmpty();
    assertThat(browser.all("dialog")).isEmpty();
    turnKeys("Turn on");
    browser.press("j");
    assertThat(selected()).hasSize(1);
  }

  private static void turnKeys(String how) {
    browser.one(".colophon button").click();
    browser.all("dialog button").stream()
        .filter(button -> button.getText().equals(how))
        .forEach(WebElement::click);
    browser.until(() -> browser.all("dialog").isEmpty());
  }

  @Test
  void keysAreTakenOnce() {
    assertThat(
            browser
                .driver()
                .executeAsyncScript(
                    """
                    const done = arguments[arguments.length - 1];
                    const address = document.querySelector("script[src*=keyboard]").src;
                    import(address)
                      .then(({ register }) => register("Here", ["g", "Go", () => {}]))
                      .then(() => done("taken"), (error) => done(error.message));
                    """))
        .isEqualTo("The keys g are taken: Go to the front page");
  }

  @Test
  void wholeWayThereAndBackTakesKeysOnly() {
    browser.go("/");
    browser.press("/", "pilots");
    browser.pressAndLeave(Keys.ENTER);
    browser.press("jj");
    String wanted = headline(1);
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.one("h1").getText()).isEqualTo(wanted);
    browser.tabTo(".back a");
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.place()).isEqualTo("/search?q=pilots#result-bulletin-10");
    browser.pressAndLeave("gh");
    assertThat(browser.place()).isEqualTo("/");
  }

  @Test
  void wholeWayThereAndBackTakesKeysOnlyWithoutScriptToo() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go("/");
      assertThat(plain.all(".colophon button")).isEmpty();
      plain.tabTo("#q");
      plain.press("pilots");
      plain.pressAndLeave(Keys.ENTER);
      plain.tabTo(".hit:nth-of-type(2) h2 a");
      String wanted = plain.focused().getText();
      plain.pressAndLeave(Keys.ENTER);
      assertThat(plain.one("h1").getText()).isEqualTo(wanted);
      plain.tabTo(".back a");
      plain.pressAndLeave(Keys.ENTER);
      assertThat(plain.place()).isEqualTo("/search?q=pilots#result-bulletin-10");
      plain.tabTo(".masthead .nameplate");
      plain.pressAndLeave(Keys.ENTER);
      assertThat(plain.place()).isEqualTo("/");
    }
  }
}
