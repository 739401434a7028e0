package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.SavedSearch;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Saved searches in a real browser, with its scripts off: from a search to an alert and back. */
class AlertsBrowserIT {

  @Test
  void alertIsSavedSeenAndRemovedWithoutScript() throws IOException {
    try (TestServer server = TestServer.start();
        Browser browser = Browser.withoutScript(server)) {
      int before = server.alerts().all().size();
      browser.go("/search?q=harbour+board&source=The+Evening+Lantern");
      browser.one("details.share summary").click();
      browser.follow("details.share a[href^='/alerts']");
      assertThat(browser.one(".offer .reading").getText()).isEqualTo("harbour and board");
      assertThat(server.alerts().all()).hasSize(before);
      browser.follow(".offer button");
      SavedSearch saved = server.alerts().all().getLast();
      assertThat(saved.search()).isEqualTo("q=harbour+board&source=The+Evening+Lantern");
      assertThat(browser.driver().getCurrentUrl()).endsWith("/alerts#" + saved.id());
      browser.follow("#" + saved.id() + " h2 a");
      assertThat(browser.one("h1").getText()).isEqualTo("No new articles yet");
      browser.follow("nav a[href='/alerts#" + saved.id() + "']");
      browser.one("#" + saved.id() + " .manage summary").click();
      browser.follow("#" + saved.id() + " form button");
      assertThat(server.alerts().find(saved.id())).isEmpty();
      assertThat(server.alerts().all()).hasSize(before);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void alertIsTypedOnThePageItselfByKeysAlone() throws IOException {
    try (TestServer server = TestServer.start();
        Browser browser = Browser.open(server)) {
      browser.go("/");
      browser.follow(".sections a[href='/desk']");
      browser.follow("main a[href='/alerts']");
      browser.one("#alert-q").sendKeys("ferry OR \"high tide\"");
      browser.leave(() -> browser.one("#alert-q").sendKeys(Keys.ENTER));
      assertThat(browser.one(".offer .reading").getText()).isEqualTo("ferry or “high tide”");
      browser.leave(() -> browser.one(".offer button").sendKeys(Keys.ENTER));
      assertThat(server.alerts().all().getLast().reading()).isEqualTo("ferry or “high tide”");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
