package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The search box while a query is typed, in a real browser. */
class ComboboxIT extends SharedBrowser {
  @BeforeEach
  void frontPage() {
    browser.go("/");
    browser.press("/");
  }

  private static WebElement box() {
    return browser.one("#q");
  }

  private static String typed() {
    return String.valueOf(box().getDomProperty("value"));
  }

  private static boolean isOpen() {
    return "true".equals(box().getDomAttribute("aria-expanded"))
        && browser.one("[role=listbox]").isDisplayed();
  }

  /** Types, and waits for completions. */
  private static void type(String text) {
    browser.press(text);
    browser.until(ComboboxIT::isOpen);
  }

  private static void press(CharSequence key, int times) {
    for (int i = 0; i < times; i++) {
      browser.press(key);
    }
  }

  /** The option that is active visually and for screen readers; empty if the box is. */
  private static String active() {
    String id = box().getDomAttribute("aria-activedescendant");
    assertThat(browser.all("[role=option][aria-selected=true]")).hasSize(id == null ? 0 : 1);
    if (id == null) {
      return "";
    }
    assertThat(browser.one("[aria-selected=true]").getDomAttribute("id")).isEqualTo(id);
    return browser.one("#" + id).getText();
  }

  private static String option(int index) {
    return browser.all("[role=option]").get(index).getText();
  }

  @Test
  void boxIsACombobox() {
    assertThat(box().getAriaRole()).isEqualTo("combobox");
    assertThat(box().getAccessibleName()).isEqualTo("Search the archive");
    assertThat(box().getDomAttribute("aria-autocomplete")).isEqualTo("list");
    assertThat(box().getDomAttribute("aria-expanded")).isEqualTo("false");
    assertThat(browser.one("#" + box().getDomAttribute("aria-controls")).getDomAttribute("role"))
        .isEqualTo("listbox");
    assertThat(browser.one("[role=listbox]").isDisplayed()).isFalse();
  }

  @Test
  void whatIsTypedIsCompletedAndToldFromWhatCompletesIt() {
    type("Harb");
    assertThat(browser.texts("[role=option]"))
        .hasSizeBetween(2, 8)
        .allMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("harb"));
    assertThat(browser.texts("[role=option] b")).allMatch(rest -> rest.startsWith("our"));
    assertThat(browser.one("[role=option] b").getCssValue("font-weight")).isEqualTo("700");
    assertThat(active()).isEmpty();
    int count = browser.all("[role=option]").size();
    assertThat(browser.one("[role=status]").getText()).isEqualTo(count + " suggestions");
  }

  /** Words first, then names, labels and headlines, each named beside the text. */
  @Test
  void eachKindIsApart() {
    type("harb");
    List<String> kinds =
        browser.all("[role=option]").stream()
            .map(row -> Objects.requireNonNullElse(row.getDomAttribute("data-kind"), "words"))
            .toList();
    assertThat(kinds).contains("words", "headline");
    assertThat(kinds)
        .isSortedAccordingTo(
            Comparator.comparingInt(List.of("words", "name", "label", "headline")::indexOf));
    assertThat(browser.all("[role=option].first-of-kind"))
        .hasSize((int) kinds.stream().distinct().count() - 1);
  }

  @Test
  void whatCompletesNothingShowsNothing() {
    type("harb");
    browser.press("zzzq");
    browser.until(() -> !isOpen());
    assertThat(browser.one("[role=status]").getText()).isEmpty();
    assertThat(browser.all("[role=option]")).isEmpty();
  }

  @Test
  void arrowsGoRoundThroughTheListAndTheText() {
    type("harb");
    int count = browser.all("[role=option]").size();
    browser.press(Keys.ARROW_DOWN);
    assertThat(active()).isEqualTo(option(0));
    browser.press(Keys.ARROW_UP);
    assertThat(active()).isEmpty();
    browser.press(Keys.ARROW_UP);
    assertThat(active()).isEqualTo(option(count - 1));
    press(Keys.ARROW_DOWN, 3);
    assertThat(active()).isEqualTo(option(1));
    assertThat(typed()).isEqualTo("harb");
    assertThat(browser.focused()).isEqualTo(box());
  }

  @Test
  void enterTakesTheActiveOneAndSearches() {
    type("harb");
    press(Keys.ARROW_DOWN, 2);
    String wanted = active();
    browser.pressAndLeave(Keys.ENTER);
    assertThat(typed()).isEqualTo(wanted);
    assertThat(browser.place()).startsWith("/search?q=").doesNotContain("&");
    assertThat(browser.all(".hit")).isNotEmpty();
    assertThat(isOpen()).isFalse();
  }

  @Test
  void enterWithoutAnActiveOneSearchesForWhatIsTyped() {
    type("harb");
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.place()).isEqualTo("/search?q=harb");
  }

  @Test
  void enterIsNotKeptWaiting() {
    browser.press("harb");
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.place()).isEqualTo("/search?q=harb");
  }

  @Test
  void escapeClosesFirstAndClearsThen() {
    type("harb");
    browser.press(Keys.ESCAPE);
    assertThat(isOpen()).isFalse();
    assertThat(typed()).isEqualTo("harb");
    browser.press(Keys.ESCAPE);
    assertThat(typed()).isEmpty();
    assertThat(browser.focused()).isEqualTo(box());
  }

  @Test
  void tabLeaves() {
    type("harb");
    browser.press(Keys.ARROW_DOWN, Keys.TAB);
    assertThat(isOpen()).isFalse();
    assertThat(typed()).isEqualTo("harb");
    assertThat(browser.focused().getText()).isEqualTo("Search");
  }

  @Test
  void homeAndEndStayInTheText() {
    type("harb");
    browser.press(Keys.ARROW_DOWN, Keys.HOME);
    assertThat(active()).isEmpty();
    assertThat(box().getDomProperty("selectionStart")).isEqualTo("0");
    browser.press(Keys.ARROW_DOWN, Keys.END);
    assertThat(active()).isEmpty();
    assertThat(box().getDomProperty("selectionStart")).isEqualTo("4");
    assertThat(isOpen()).isTrue();
  }

  @Test
  void arrowsOpenWhatWasClosed() {
    type("harb");
    browser.press(Keys.ESCAPE);
    browser.pressWith(Keys.ALT, Keys.ARROW_DOWN);
    browser.until(ComboboxIT::isOpen);
    assertThat(active()).isEmpty();
    browser.pressWith(Keys.ALT, Keys.ARROW_UP);
    assertThat(isOpen()).isFalse();
    browser.press(Keys.ARROW_DOWN);
    browser.until(ComboboxIT::isOpen);
    browser.until(() -> active().equals(option(0)));
  }

  @Test
  void mouseTakesAnOption() {
    type("harb");
    String wanted = option(1);
    browser.follow(browser.all("[role=option]").get(1));
    assertThat(typed()).isEqualTo(wanted);
  }

  @Test
  void mouseElsewhereCloses() {
    type("harb");
    new Actions(browser.driver()).moveToElement(browser.one("h1")).click().perform();
    assertThat(isOpen()).isFalse();
  }

  @Test
  void nothingMovesWhenTheListOpens() {
    String places =
        "return [...document.querySelectorAll('main *:not(.completions, .completions *, .unseen)')]"
            + ".map((one) => Object.values(one.getBoundingClientRect().toJSON()).join())";
    browser.press("t");
    var before = browser.askAll(places);
    type("id");
    assertThat(browser.askAll(places)).isEqualTo(before);
    assertThat(browser.contentWidth()).isEqualTo(1280);
    assertThat(browser.all("[role=listbox] [style], [role=listbox][style]")).isEmpty();
  }

  @Test
  void narrowScreenHasTheWholeList() {
    browser.width(320);
    type("harb");
    assertThat(browser.contentWidth()).isEqualTo(320);
    assertThat(browser.one("[role=listbox]").getRect().getX()).isNotNegative();
  }

  /** A late answer to earlier text is not shown. */
  @Test
  void overtakenAnswersAreDropped() {
    browser
        .driver()
        .executeScript(
            """
            const real = window.fetch;
            window.asked = [];
            window.fetch = (address, options) => {
              window.asked.push(address);
              return address.endsWith("=tid")
                ? new Promise((come) => setTimeout(come, 600)).then(() => real(address))
                : real(address, options);
            };
            """);
    browser.press("tid");
    browser.until(() -> browser.askAll("return window.asked").size() == 1);
    browser.pressWith(Keys.CONTROL, "a");
    browser.press("harb");
    browser.until(ComboboxIT::isOpen);
    assertThat(
            browser
                .driver()
                .executeAsyncScript("setTimeout(arguments[arguments.length - 1], 900, 'waited')"))
        .isEqualTo("waited");
    assertThat(browser.texts("[role=option]"))
        .isNotEmpty()
        .allMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("harb"));
    assertThat(browser.askAll("return window.asked"))
        .as("one request a pause, not one a letter")
        .containsExactly("/suggest?q=tid", "/suggest?q=harb");
  }

  @Test
  void brokenNetworkIsPassedOverInSilence() {
    browser.complaints();
    browser
        .driver()
        .executeScript(
            "window.fetch = () => { window.failed = true; return Promise.reject(new TypeError())"
                + " }");
    browser.press("harb");
    browser.until(() -> browser.ask("return window.failed").equals("true"));
    assertThat(isOpen()).isFalse();
    assertThat(browser.complaints()).isEmpty();
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.one(".count").getText()).isNotEmpty();
  }

  /** Enter and arrows choose from the input method's own list. */
  @Test
  void inputMethodKeepsItsKeys() {
    type("harb");
    String untouched =
        browser.ask(
            """
            const press = (key, more) => document.getElementById("q").dispatchEvent(
              new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
            return String([press("ArrowDown", { isComposing: true }),
              press("Enter", { isComposing: true }), press("Escape", { keyCode: 229 })]);
            """);
    assertThat(untouched).isEqualTo("true,true,true");
    assertThat(active()).isEmpty();
    assertThat(isOpen()).isTrue();
  }

  @Test
  void otherScriptsRunTheirOwnWay() {
    type("المين");
    assertThat(browser.one("[role=option]").getCssValue("direction")).isEqualTo("rtl");
    assertThat(browser.one("[role=option]").getText()).startsWith("المين");
    browser.pressWith(Keys.CONTROL, "a");
    browser.press("老灯");
    browser.until(() -> isOpen() && option(0).startsWith("老灯"));
    assertThat(browser.one("[role=option]").getCssValue("direction")).isEqualTo("ltr");
  }

  @Test
  void searchKeepsWhatNarrowsIt() {
    browser.go("/search?q=tide&sort=newest");
    browser.press("/", "pilo");
    browser.until(ComboboxIT::isOpen);
    browser.press(Keys.ARROW_DOWN);
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.place()).startsWith("/search?q=pilots").endsWith("&sort=newest");
  }

  @Test
  void withoutScriptTheBoxIsABox() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.go("/");
      assertThat(plain.one("#q").getAriaRole()).isEqualTo("searchbox");
      assertThat(plain.all("[role=listbox], [role=status]")).isEmpty();
    }
  }
}
