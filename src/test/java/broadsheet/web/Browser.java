package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real headless Chromium, which fetches only what a page requests. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAINTING = Duration.ofSeconds(2);
  private static final Duration POLLING = Duration.ofMillis(20);
  private static final String IS_PAINTED =
      "return performance.getEntriesByType('paint').length > 0";

  private static final String SHOWN =
      """
      return [...document.querySelectorAll(arguments[0])].filter((element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
      """;

  /** More tab stops than any page has before its target. */
  private static final int LONGEST_WAY = 200;

  private final TestServer server;
  private final Chromium chromium;
  private final ChromeDriver driver;

  private Browser(TestServer server, Chromium chromium) {
    this.server = server;
    this.chromium = chromium;
    driver = chromium.driver();
    complaints(); // those about the pages of the tests before
  }

  /** If there is no Chromium, the test is skipped; it fails if the build requires one. */
  static Browser open(TestServer server) {
    return new Browser(server, Chromium.take(true));
  }

  static Browser withoutScript(TestServer server) {
    return new Browser(server, Chromium.take(false));
  }

  ChromeDriver driver() {
    return driver;
  }

  void go(String path) {
    driver.get(server.address(path));
    awaitPaint();
  }

  /**
   * Chromium may drop keys typed before it first paints a page. Without script no page reports that
   * it was painted, but a picture of it is taken only then.
   */
  private void awaitPaint() {
    if (!chromium.isScripted()) {
      patiently().until(shown -> pictured().get("data"));
      return;
    }
    try {
      new WebDriverWait(driver, PAINTING, POLLING)
          .ignoring(WebDriverException.class)
          .until(_ -> Boolean.TRUE.equals(driver.executeScript(IS_PAINTED)));
    } catch (TimeoutException e) {
      // a page with nothing to paint
    }
  }

  /** Clicks a link to another page, and waits until it has loaded. */
  void follow(String selector) {
    follow(one(selector));
  }

  /** Clicks a link to another page, and waits until it has loaded. */
  void follow(WebElement link) {
    leave(link::click);
  }

  /** Types a query into the search box, presses Enter, and waits for the results. */
  void search(String query) {
    WebElement box = one("#q");
    box.clear();
    box.sendKeys(query);
    leave(() -> box.sendKeys(Keys.ENTER));
  }

  /**
   * Performs a step that leads to another page, and waits until it has loaded. While one page
   * replaces the other, the driver may report many kinds of error, even for the step itself: only a
   * page that does not go away is a failure.
   */
  void leave(Runnable step) {
    WebElement page = one("html");
    Optional<WebDriverException> trouble = Optional.empty();
    try {
      step.run();
    } catch (WebDriverException e) {
      trouble = Optional.of(e);
    }
    try {
      patiently().until(ExpectedConditions.stalenessOf(page));
    } catch (TimeoutException e) {
      trouble.ifPresent(e::addSuppressed);
      throw e;
    }
    patiently()
        .until(shown -> "complete".equals(driver.executeScript("return document.readyState")));
    awaitPaint();
  }

  private Wait<WebDriver> patiently() {
    return new WebDriverWait(driver, PATIENCE, POLLING).ignoring(WebDriverException.class);
  }

  /** The path and query string of the page shown. */
  String place() {
    return driver.getCurrentUrl().substring(server.address("").length());
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The visible ones; the page is queried once for all of them. */
  List<WebElement> shown(String selector) {
    return driver.executeScript(SHOWN, selector) instanceof List<?> list
        ? list.stream().map(WebElement.class::cast).toList()
        : fail("no list of " + selector);
  }

  List<String> texts(String selector) {
    return all(selector).stream().map(WebElement::getText).toList();
  }

  /** Sets {@code light} or {@code dark}. */
  void theme(String scheme) {
    prefer(Map.of("prefers-color-scheme", scheme));
  }

  /** Sets a media feature, as the reader's system preference; resets all others. */
  void prefer(Map<String, String> wishes) {
    List<Map<String, String>> features =
        wishes.entrySet().stream()
            .map(wish -> Map.of("name", wish.getKey(), "value", wish.getValue()))
            .toList();
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Presses keys one after another, wherever focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses a key while another is held down. */
  void pressWith(Keys held, CharSequence key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Presses keys that lead to another page, and waits until it has loaded. */
  void pressAndLeave(CharSequence... keys) {
    leave(() -> press(keys));
  }

  /** Goes back in the history, and waits until the previous page has loaded. */
  void back() {
    leave(() -> driver.navigate().back());
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses Tab until focus is on the first match of a selector. */
  void tabTo(String selector) {
    WebElement wanted = one(selector);
    for (int i = 0; i < LONGEST_WAY && !focused().equals(wanted); i++) {
      press(Keys.TAB);
    }
    assertThat(focused()).as("reached by Tab: " + selector).isEqualTo(wanted);
  }

  /** Waits until a condition holds. */
  void until(BooleanSupplier claim) {
    patiently().until(shown -> claim.getAsBoolean());
  }

  /** The return value of a script in the page, as text. */
  String ask(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** The return value of a script in the page, as a list of texts. */
  List<String> askAll(String script, Object... arguments) {
    return driver.executeScript(script, arguments) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : fail("no list: " + script);
  }

  void width(int pixels) {
    size(pixels, 900);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The width by which the page can be scrolled sideways. */
  long contentWidth() {
    Object width = driver.executeScript("return document.documentElement.scrollWidth");
    return width instanceof Number number ? number.longValue() : -1;
  }

  /** Errors in the browser's console: blocked by the policy, missing, failed. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Saves a picture of the whole page once it is laid out; until then the driver refuses. */
  void picture(Path file) throws IOException {
    String data = patiently().until(shown -> pictured().get("data")).toString();
    Files.write(file, Base64.getDecoder().decode(data));
  }

  private Map<String, Object> pictured() {
    return driver.executeCdpCommand(
        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
  }

  @Override
  public void close() {
    chromium.giveBack(server.address(""));
  }
}
