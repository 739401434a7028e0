package broadsheet.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests in one browser on the shared server, which they do not change. Each test begins on a
 * desktop by day.
 */
@SuppressWarnings("NullAway.Init")
abstract class SharedBrowser {
  static TestServer server;
  static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    server = TestServer.shared();
    browser = Browser.open(server);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void desktopByDay() {
    browser.width(1280);
    browser.theme("light");
  }
}
