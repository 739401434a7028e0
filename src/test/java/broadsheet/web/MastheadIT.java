package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The top of every page in a browser: sections, search box. */
class MastheadIT extends SharedBrowser {
  private static final String LONG =
      "(harbour OR quay OR pier OR wharf) AND (barley OR grain OR wheat OR rye) NOT (tide OR"
          + " ferry)";

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void sectionsAreOnEveryPage(String path) {
    browser.go(path);
    assertThat(browser.shown(".sections a"))
        .extracting(WebElement::getText)
        .contains("Search", "Words", "My desk", "Archive");
    assertThat(browser.shown(".menu-button")).isEmpty();
  }

  @Test
  void sectionsAreBehindOneButtonOnAPhoneWithoutScript() {
    try (Browser plain = Browser.withoutScript(server)) {
      plain.width(390);
      for (String path : List.of("/", "/search?q=tide")) {
        plain.go(path);
        assertThat(plain.one(".sections a").isDisplayed()).isFalse();
        plain.one(".menu-button").click();
        assertThat(plain.one(".sections a").isDisplayed()).isTrue();
        plain.press(Keys.ESCAPE);
        assertThat(plain.one(".sections a").isDisplayed()).isFalse();
        plain.one(".menu-button").click();
        plain.follow(".sections a[href='/corpus']");
        assertThat(plain.place()).isEqualTo("/corpus");
      }
      plain.width(1280);
    }
  }

  @Test
  void boxGrowsWithALongQueryAndEnterStillSearches() {
    browser.go("/search?q=tide");
    int height = browser.one(".searchbox").getSize().getHeight();
    browser.one("#q").clear();
    browser.one("#q").sendKeys("tide");
    assertThat(browser.one("#q").getTagName()).isEqualTo("input");
    browser.one("#q").sendKeys(Keys.chord(Keys.CONTROL, "a"));
    browser.press(LONG);
    assertThat(browser.focused().getTagName()).isEqualTo("textarea");
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo(LONG);
    assertThat(browser.one(".searchbox").getSize().getHeight()).isGreaterThan(height + 10);
    browser.pressAndLeave(Keys.ENTER);
    assertThat(browser.one("#q").getDomProperty("value")).isEqualTo(LONG);
    assertThat(browser.one(".searchbox").getSize().getHeight()).isGreaterThan(height + 10);
    assertThat(browser.texts(".hit h2")).hasSize(1);
    browser.press("/");
    assertThat(browser.focused().getTagName()).isEqualTo("textarea");
  }

  @Test
  void clearButtonIsOursAndShownWhileThereIsSomethingToClear() {
    browser.go("/search?q=tide");
    assertThat(browser.one(".clear").isDisplayed()).isTrue();
    browser.one(".clear").click();
    assertThat(browser.one("#q").getDomProperty("value")).isEmpty();
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("q");
    assertThat(browser.one(".clear").isDisplayed()).isFalse();
    browser.press("pier");
    assertThat(browser.one(".clear").isDisplayed()).isTrue();
  }
}
