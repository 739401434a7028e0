package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A batch of queries in a browser. */
class BatchBrowserIT extends SharedBrowser {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  /** Presses the button and waits for the table, which the browser saves without further action. */
  private String answered() throws IOException {
    browser
        .driver()
        .executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", folder.toString()));
    browser.one(".batch-form button").click();
    Path file = folder.resolve("broadsheet-batch.csv");
    new WebDriverWait(browser.driver(), PATIENCE).until(_ -> Files.exists(file));
    return Files.readString(file);
  }

  @Test
  void pastedQueriesBecomeATable() throws IOException {
    browser.go("/batch");
    browser.one("#batch-queries").sendKeys("tide\n\"harbour board\"\nzeppelin");
    assertThat(answered())
        .contains("query,reading,articles", "tide,tide,25,", "zeppelin,zeppelin,0");
    assertThat(browser.one(".batch-progress").getText()).isEqualTo("Download the table (3 rows)");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void chosenFileBecomesATable() throws IOException {
    Path file = Files.writeString(folder.resolve("queries.csv"), "no,query\n1,tide\n2,pier\n");
    browser.go("/batch");
    browser.one("#batch-table").sendKeys(file.toAbsolutePath().toString());
    browser.one("#batch-hits option[value='1']").click();
    assertThat(answered()).contains("tide,tide,25,1,bulletin-");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsRefusedIsShownAsAPage() {
    browser.go("/batch");
    browser.one(".batch-form button").click();
    browser.until(() -> browser.one("main").getText().contains("There are no queries"));
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("400"));
  }
}
