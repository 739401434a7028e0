package broadsheet.web;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A running Chromium. Starting one takes a second or two, so one that a test returns is kept for
 * the next, with an empty window and no stored data; it ends with the process.
 */
record Chromium(ChromeDriver driver, boolean isScripted) {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final String INSTALL =
      "Browser tests need Chromium and its driver, and found none: apt-get install chromium"
          + " chromium-driver";

  private static final Deque<Chromium> IDLE = new ArrayDeque<>();

  /** One with or without scripts in pages; see {@link Browser#open} if none is installed. */
  static synchronized Chromium take(boolean isScripted) {
    Optional<Chromium> idle =
        IDLE.stream().filter(each -> each.isScripted == isScripted).findFirst();
    idle.ifPresent(IDLE::remove);
    return idle.orElseGet(() -> start(isScripted));
  }

  /**
   * Returns it for the next test.
   *
   * @param origin the origin of the pages it showed
   */
  void giveBack(String origin) {
    try {
      forget(origin);
    } catch (WebDriverException e) {
      driver.quit();
      return;
    }
    synchronized (Chromium.class) {
      IDLE.add(this);
    }
  }

  /** Settings of a window end with the window. */
  private void forget(String origin) {
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    Set<String> old = new HashSet<>(driver.getWindowHandles());
    String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    for (String window : old) {
      driver.switchTo().window(window).close();
    }
    driver.switchTo().window(fresh);
    driver.manage().logs().get(LogType.BROWSER);
  }

  private static Chromium start(boolean isScripted) {
    Optional<Path> browser = BROWSERS.stream().flatMap(Chromium::onPath).findFirst();
    Optional<Path> driver = onPath("chromedriver").findFirst();
    if (browser.isEmpty() || driver.isEmpty()) {
      return missing();
    }
    ChromeOptions options = options(isScripted);
    options.setBinary(browser.get().toFile());
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.get().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    ChromeDriver started = new ChromeDriver(service, options);
    Runtime.getRuntime().addShutdownHook(new Thread(started::quit, "quit Chromium"));
    return new Chromium(started, isScripted);
  }

  private static Chromium missing() {
    if (System.getProperty("browser", "auto").equals("required")) {
      return fail(INSTALL);
    }
    System.out.println(INSTALL);
    return abort(INSTALL);
  }

  private static Stream<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable);
  }

  private static ChromeOptions options(boolean isScripted) {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,900");
    if (!isScripted) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }
}
