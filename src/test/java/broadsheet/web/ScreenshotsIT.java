package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pictures of every page in both themes, on a desktop and on a phone, for review and the documents.
 */
class ScreenshotsIT {
  private static final Path FOLDER = Path.of("target/screenshots");

  @Test
  void everyPageIsPictured() throws Exception {
    Files.createDirectories(FOLDER);
    try (TestServer server = TestServer.alerting(SampleArticles.forShow());
        Browser browser = Browser.open(server)) {
      SampleLists.write(server.folder());
      for (String theme : new String[] {"light", "dark"}) {
        browser.theme(theme);
        for (int width : new int[] {1280, 390}) {
          browser.width(width);
          for (Map.Entry<String, String> page : PageKinds.SHOWN.entrySet()) {
            browser.go(page.getValue());
            Path file = FOLDER.resolve("%s-%s-%s.png".formatted(page.getKey(), width, theme));
            browser.picture(file);
            assertThat(file).isNotEmptyFile();
            boolean isFirst = theme.equals("light") && width == 1280;
            if (isFirst && DocumentPictures.HEIGHTS.containsKey(page.getKey())) {
              DocumentPictures.write(page.getKey(), Files.readAllBytes(file));
            }
          }
        }
      }
    }
  }
}
