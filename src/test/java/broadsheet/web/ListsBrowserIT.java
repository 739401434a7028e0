package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** Notes and stars in a real browser, with and without its scripts: typed text is not lost. */
class ListsBrowserIT {
  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  /** Found by {@code tide}. */
  private static final String TIDE = "bulletin-20";

  private String path = "";

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.alerting(SampleArticles.all());
  }

  @BeforeEach
  void listAnew() {
    lists().all("").forEach(list -> lists().remove(list.id()));
    SampleLists.write(server.folder());
    path = SampleLists.path(server.folder());
  }

  private Browser browser(boolean isScripted) {
    return isScripted ? Browser.open(server) : Browser.withoutScript(server);
  }

  private Lists lists() {
    return server.desk().lists();
  }

  private ReadingList list() {
    return lists().find("", SampleLists.NAME).orElseThrow();
  }

  private List<String> notes() {
    return lists().entries().of(list().id()).stream().map(ListEntry::note).toList();
  }

  private static WebElement note(Browser browser, String entry) {
    return browser.one("#e-" + entry + " textarea");
  }

  private static void write(Browser browser, String entry, String text) {
    WebElement note = note(browser, entry);
    note.clear();
    note.sendKeys(text);
  }

  private static String state(Browser browser, String entry) {
    return browser.one("#e-" + entry + " .note-state").getText();
  }

  /** The number of drafts of this list in the browser. */
  private String drafts(Browser browser) {
    return browser.ask(
        "return Object.keys(localStorage).filter((key) => key.includes(arguments[0])).length",
        path);
  }

  private static void offline(Browser browser, boolean isOff) {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline", isOff, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noteThatWasTypedIsSavedWithAnother(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go(path);
      write(browser, "00", "typed first");
      write(browser, "01", "saved second");
      WebElement save = browser.one("#e-01 button[name=save]");
      if (isScripted) {
        save.click();
        browser.until(() -> state(browser, "01").equals("Saved"));
        browser.until(() -> state(browser, "00").equals("Saved"));
      } else {
        browser.follow(save);
      }
      assertThat(notes()).containsExactly("typed first", "saved second", "Keep for the file.");
      assertThat(note(browser, "00").getDomProperty("value")).isEqualTo("typed first");
      browser.follow("#e-00 button[name=down]");
      assertThat(note(browser, "00").getDomProperty("value")).isEqualTo("typed first");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** It must not press the first button of the page, which may be Undo. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void enterInTheNameRenames(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go(path);
      String id = list().id();
      browser.follow("#e-00 button[name=take]");
      browser.one("details.manage:has(#name) summary").click();
      WebElement name = browser.one("#name");
      name.clear();
      name.sendKeys("Harbour papers", Keys.ENTER);
      browser.until(() -> lists().find("", "Harbour papers").isPresent());
      assertThat(lists().entries().taken(id))
          .extracting(entry -> entry.article().fingerprint())
          .contains("00");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void entryThatIsTakenOffComesBackWithWhatWasTypedLast(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go(path);
      write(browser, "00", "typed, and then taken off");
      write(browser, "02", "typed beside");
      browser.follow("#e-00 button[name=take]");
      assertThat(browser.one("#undo").getText()).contains("Taken off: The harbour board");
      assertThat(browser.all("#e-00")).isEmpty();
      write(browser, "01", "typed before Undo");
      browser.follow("#undo button");
      assertThat(notes())
          .containsExactly("typed, and then taken off", "typed before Undo", "typed beside");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Presses a button, with or without a new page, until something is there. */
  private static void press(Browser browser, String button, String result) {
    browser.one(button).click();
    browser.until(() -> !browser.all(result).isEmpty() && browser.all(button).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void starPressedTwiceIsUndoneWhereItWasPressed(boolean isScripted) {
    List<ListEntry> before = lists().entries().of(list().id());
    try (Browser browser = browser(isScripted)) {
      for (String page : List.of("/search?q=harbour", "/article/harbour-1?q=pier")) {
        browser.go(page);
        press(browser, "button[name=unstar][value=harbour-1]", "#undo");
        assertThat(lists().entries().of(list().id())).hasSize(2);
        assertThat(browser.one("#undo").getText()).contains("Removed from Harbour board");
        assertThat(browser.shown("#undo button")).hasSize(1);
        press(browser, "#undo button", "button[name=unstar][value=harbour-1]");
        assertThat(lists().entries().of(list().id())).isEqualTo(before);
        assertThat(browser.all("#undo")).isEmpty();
        assertThat(browser.place()).startsWith(page);
        press(browser, "button[name=unstar][value=harbour-1]", "#undo");
        press(browser, "button[name=star][value=harbour-1]", ".added");
        assertThat(notes()).contains("Ask who paid.\nAnd when.");
        lists()
            .entries()
            .move(list().id(), lists().entries().articles(list().id()).getFirst().fingerprint(), 1);
        before = lists().entries().of(list().id());
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noteOfSomebodyElseIsShownBesideTheTypedOne(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go(path);
      lists().entries().note(list().id(), "01", "theirs");
      write(browser, "01", "mine");
      WebElement save = browser.one("#e-01 button[name=save]");
      if (isScripted) {
        save.click();
        browser.until(() -> !browser.shown("#e-01 .theirs").isEmpty());
        assertThat(state(browser, "01")).startsWith("Not saved. Choose which note to keep.");
      } else {
        browser.follow(save);
      }
      assertThat(browser.one(".theirs").getText()).isEqualTo("theirs");
      assertThat(notes().get(1)).isEqualTo("theirs");
      if (isScripted) {
        browser.one("#e-01 [role=alert] button").click();
        browser.until(() -> state(browser, "01").equals("Saved"));
      } else {
        assertThat(browser.one("textarea").getDomProperty("value")).isEqualTo("mine");
        browser.follow("button[value=both]");
      }
      assertThat(notes().get(1)).isEqualTo("theirs\n\nmine");
    }
  }

  /** A browser without scripts keeps typed text for its Back button after a link was followed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void backButtonLeadsBackToWhatWasTyped(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go(path);
      write(browser, "01", "typed and left");
      browser.follow(".back a");
      browser.back();
      assertThat(note(browser, "01").getDomProperty("value")).isEqualTo("typed and left");
      if (isScripted) {
        browser.until(() -> notes().get(1).equals("typed and left"));
      }
    }
  }

  @Test
  void noteSavesItselfAfterAPauseAndWhenItsFieldIsLeft() {
    try (Browser browser = browser(true)) {
      browser.go(path);
      write(browser, "00", "a pause");
      assertThat(state(browser, "00")).isIn("Not saved yet", "Saving …", "Saved");
      browser.until(() -> state(browser, "00").equals("Saved"));
      assertThat(notes()).startsWith("a pause");
      note(browser, "00").sendKeys(Keys.END, " and more", Keys.TAB);
      browser.until(() -> notes().getFirst().equals("a pause and more"));
      write(browser, "01", "left at once");
      browser.go("/");
      browser.until(() -> notes().get(1).equals("left at once"));
      assertThat(drafts(browser)).isEqualTo("1");
      browser.go(path);
      assertThat(note(browser, "01").getDomProperty("value")).isEqualTo("left at once");
      assertThat(drafts(browser)).isEqualTo("0");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void noteOutlivesALostNetworkAndAReload() {
    try (Browser browser = browser(true)) {
      browser.go(path);
      offline(browser, true);
      write(browser, "00", "typed on a train");
      browser.until(() -> state(browser, "00").startsWith("Not saved. No connection"));
      assertThat(state(browser, "00")).contains("Your text is kept in this browser.");
      browser.driver().get("about:blank");
      offline(browser, false);
      browser.go(path);
      assertThat(note(browser, "00").getDomProperty("value")).isEqualTo("typed on a train");
      browser.until(() -> notes().getFirst().equals("typed on a train"));
      offline(browser, true);
      write(browser, "01", "in a tunnel");
      browser.until(() -> state(browser, "01").startsWith("Not saved."));
      offline(browser, false);
      browser.until(() -> notes().get(1).equals("in a tunnel"));
    }
  }

  @Test
  void noteOutlivesAServerThatCannotSaveIt() throws IOException {
    Path file = Path.of(server.desk().place(), "lists.db");
    try (Browser browser = browser(true)) {
      browser.go(path);
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 3));
      write(browser, "00", "kept for later");
      browser.until(() -> state(browser, "00").startsWith("Not saved. The lists could not be"));
      Files.write(file, whole);
      note(browser, "00").sendKeys(Keys.END, "!", Keys.TAB);
      browser.until(() -> state(browser, "00").equals("Saved"));
      assertThat(notes()).startsWith("kept for later!");
      write(browser, "01", "x");
      browser.ask(
          "arguments[0].value = 'x'.repeat(10001);"
              + "arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))",
          note(browser, "01"));
      browser.until(() -> state(browser, "01").contains("at most 10,000 characters"));
      assertThat(note(browser, "01").getDomProperty("value")).hasSize(10_001);
    }
  }

  @Test
  void twoWindowsOfOneBrowserLoseNothing() {
    try (Browser browser = browser(true)) {
      browser.go(path);
      String first = browser.driver().getWindowHandle();
      browser.driver().switchTo().newWindow(WindowType.TAB);
      browser.go(path);
      String second = browser.driver().getWindowHandle();
      write(browser, "01", "from the second window");
      browser.until(() -> state(browser, "01").equals("Saved"));
      browser.driver().switchTo().window(first);
      note(browser, "01").sendKeys("from the first window", Keys.TAB);
      browser.until(() -> !browser.shown("#e-01 .theirs").isEmpty());
      browser.go(path);
      browser.until(() -> !browser.shown("#e-01 .theirs").isEmpty());
      assertThat(note(browser, "01").getDomProperty("value")).isEqualTo("from the first window");
      browser.one("#e-01 [role=alert] button").click();
      browser.until(() -> notes().get(1).equals("from the second window\n\nfrom the first window"));
      browser.driver().switchTo().window(second).close();
      browser.driver().switchTo().window(first);
    }
  }

  @Test
  void listIsDeletedAfterSayingWhatIsLost() {
    try (Browser browser = browser(false)) {
      browser.go(path);
      WebElement delete = browser.all("details.manage").getLast();
      assertThat(delete.findElement(By.tagName("button")).isDisplayed()).isFalse();
      delete.findElement(By.tagName("summary")).click();
      assertThat(delete.getText()).contains("3 articles and 2 notes", "cannot be undone");
      browser.follow(delete.findElement(By.tagName("button")));
      assertThat(lists().find("", SampleLists.NAME)).isEmpty();
    }
  }

  private static String star(String id) {
    return "[data-article=" + id + "] .star";
  }

  /** Asks the page in one step, since a script may replace the star meanwhile. */
  private static boolean isStarred(Browser browser, String id) {
    return "true"
        .equals(browser.ask("return document.querySelector(arguments[0])?.ariaPressed", star(id)));
  }

  /** The bar's words on what was done; empty if there are none. */
  private static String done(Browser browser) {
    return browser.ask("return document.querySelector('.added')?.textContent ?? ''");
  }

  private List<String> ids() {
    return lists().entries().articles(list().id()).stream().map(ArticleRef::id).toList();
  }

  /** Scrolls it away from the bar at the end of the window. */
  private static void centre(Browser browser, String selector) {
    browser
        .driver()
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", browser.one(selector));
  }

  private static String placeOnScreen(Browser browser, String id) {
    return browser.ask(
        "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top)"
            + " + ' ' + Math.round(scrollY)",
        star(id));
  }

  @Test
  void starChangesNothingElseOnThePageAndKeepsTheFocus() {
    try (Browser browser = browser(true)) {
      browser.size(1280, 500);
      browser.go("/search?q=tide&size=30");
      browser.driver().executeScript("window.isTheSamePage = true");
      browser.all(".tick input").get(5).click();
      centre(browser, star(TIDE));
      String place = placeOnScreen(browser, TIDE);
      browser.one(star(TIDE)).click();
      browser.until(() -> !done(browser).isEmpty());
      assertThat(isStarred(browser, TIDE)).isTrue();
      assertThat(ids()).contains(TIDE);
      assertThat(placeOnScreen(browser, TIDE)).isEqualTo(place);
      assertThat(browser.focused()).isEqualTo(browser.one(star(TIDE)));
      assertThat(browser.one(".added").getText()).isEqualTo("Kept on Harbour board");
      assertThat(browser.all(".tick input:checked")).hasSize(1);
      assertThat(browser.ask("return window.isTheSamePage")).isEqualTo("true");
      assertThat(browser.place()).isEqualTo("/search?q=tide&size=30");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void twoPressesInARowEndWhereTheyBeganAndCanBeUndone() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=harbour");
      assertThat(isStarred(browser, "harbour-1")).isTrue();
      String note = notes().getFirst();
      browser.ask(
          "document.querySelector(arguments[0]).click();"
              + "document.querySelector(arguments[0]).click(); return ''",
          star("harbour-1"));
      browser.until(() -> !done(browser).isEmpty());
      assertThat(isStarred(browser, "harbour-1")).isTrue();
      assertThat(ids()).contains("harbour-1");
      assertThat(notes()).contains(note);
    }
  }

  @Test
  void keyKeepsTheSelectedHitAndTheArticle() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=tide&size=30");
      String id = browser.all(".hit .kept").get(1).getDomAttribute("data-article");
      browser.press("jj", "s");
      browser.until(() -> !done(browser).isEmpty());
      assertThat(ids()).contains(id);
      browser.press("?");
      assertThat(browser.texts("dialog dt")).contains("s");
      browser.go("/article/" + id);
      browser.press("s");
      browser.until(() -> !browser.all("#undo").isEmpty());
      assertThat(ids()).doesNotContain(id);
    }
  }

  @Test
  void pickerPutsAnArticleOnAnyListAndOnANewOne() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=tide&size=30");
      String id = TIDE;
      String picker = "[data-article=" + id + "] .pick";
      browser.one(picker).click();
      assertThat(browser.focused().getText()).contains(SampleLists.NAME);
      browser.one(".picker input").sendKeys("Tides", Keys.ENTER);
      browser.until(() -> lists().find("", "Tides").isPresent());
      browser.until(() -> isStarred(browser, id));
      assertThat(browser.shown(".picker")).isEmpty();
      assertThat(browser.one(star(id)).getDomAttribute("title")).isEqualTo("Keep on Tides");
      centre(browser, picker);
      browser.one(picker).click();
      assertThat(browser.texts(".picker [aria-pressed=true]")).hasSize(1);
      browser.one(".picker [aria-pressed=false]").click();
      browser.until(() -> done(browser).endsWith(SampleLists.NAME));
      assertThat(ids()).contains(id);
      centre(browser, picker);
      browser.one(picker).click();
      browser.press(Keys.ESCAPE);
      browser.until(() -> browser.shown(".picker").isEmpty());
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void tickedArticlesHaveABarInSightThatSaysWhatItDid() {
    try (Browser browser = browser(true)) {
      browser.size(1280, 500);
      browser.go("/search?q=tide&size=30");
      assertThat(browser.shown(".keep-fields")).isEmpty();
      browser.all(".tick input").get(0).click();
      browser.all(".tick input").get(2).click();
      assertThat(browser.one(".keep label").getText()).isEqualTo("Keep the ticked articles on");
      int bottom = browser.one("#keep").getRect().getY() + browser.one("#keep").getRect().height;
      assertThat(bottom).isLessThanOrEqualTo(500);
      browser.one(".keep-fields button").click();
      browser.until(() -> !done(browser).isEmpty());
      assertThat(browser.one(".added").getText()).isEqualTo("2 articles kept on Harbour board");
      assertThat(browser.all(".tick input:checked")).isEmpty();
      assertThat(ids()).hasSize(5);
    }
  }

  @Test
  void starWithoutANetworkSaysSoAndIsTriedAgain() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=tide&size=30");
      offline(browser, true);
      browser.one(star(TIDE)).click();
      browser.until(() -> !browser.all("#undo[role=alert]").isEmpty());
      assertThat(browser.one("#undo").getText()).contains("Not kept. No connection");
      assertThat(isStarred(browser, TIDE)).isFalse();
      offline(browser, false);
      browser.one("#undo button").click();
      browser.until(() -> !done(browser).isEmpty());
      assertThat(ids()).contains(TIDE);
      assertThat(browser.all("#undo[role=alert]")).isEmpty();
    }
  }

  /** Enter presses the first button of a form, which must not be the star of the first hit. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void enterInTheNameOfANewListPutsTheTickedArticlesOnIt(boolean isScripted) {
    try (Browser browser = browser(isScripted)) {
      browser.go("/search?q=harbour+OR+tide");
      assertThat(isStarred(browser, "harbour-1")).isTrue();
      browser.all(".tick input").get(1).click();
      browser.all(".tick input").get(2).click();
      browser.one("#keep-name").sendKeys("Ferry fares", Keys.ENTER);
      browser.until(() -> lists().find("", "Ferry fares").isPresent());
      browser.until(() -> !done(browser).isEmpty());
      String made = lists().find("", "Ferry fares").orElseThrow().id();
      assertThat(lists().entries().of(made)).hasSize(2);
      assertThat(ids()).contains("harbour-1");
    }
  }

  @Test
  void pressesThatWaitAreSentWhenThePageIsLeft() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=tide&size=30");
      browser.ask(
          "const real = window.fetch; let first = true;window.fetch = (...request) => { const wait"
              + " = first ? 3000 : 0; first = false; return new Promise((done) => setTimeout(done,"
              + " wait)).then(() => real(...request));"
              + " };[...document.querySelectorAll('.star')].slice(0, 3).forEach((star) =>"
              + " star.click());return ''");
      browser.go("/");
      browser.until(() -> ids().size() >= 5);
    }
  }

  @Test
  void backShowsWhatWasKeptMeanwhile() {
    try (Browser browser = browser(true)) {
      browser.go("/search?q=tide&size=30");
      browser.follow("[id$=bulletin-20] h2 a");
      browser.press("s");
      browser.until(() -> !done(browser).isEmpty());
      browser.back();
      browser.until(() -> isStarred(browser, TIDE));
      assertThat(browser.one("[id$=bulletin-20] .facts .on-lists").getText())
          .endsWith("on Harbour board");
    }
  }

  @Test
  void pickerOpensOnAnArticleAsWell() {
    try (Browser browser = browser(true)) {
      browser.go("/article/" + TIDE);
      browser.one(".pick").click();
      browser.one(".picker input").sendKeys("Tides", Keys.ENTER);
      browser.until(() -> lists().find("", "Tides").isPresent());
      browser.until(() -> !browser.all(".on-lists a").isEmpty());
    }
  }
}
