package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures of every page in both themes, on a desktop and on a phone, to be looked at. */
class ScreenshotsIT {
  private static final Path FOLDER =
      Path.of(System.getProperty("broadsheet.screenshots", "target/screenshots"));

  private static final Map<String, String> PAGES = pages();

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("results", "/search?q=harbour+OR+tide");
    pages.put("phrase", "/search?q=%22candid,+substantial,+and+fruitful%22");
    pages.put("narrowed", "/search?q=place:ellery&from=1987-01-01&source=The+Evening+Lantern");
    pages.put("nothing", "/search?q=barley+AND+balloon");
    pages.put("article", "/article/harbour-1?q=pier");
    pages.put("seed", "/article/" + SampleArticles.SEED_ID + "?q=China%27s");
    pages.put("archive", "/corpus");
    pages.put("help", "/help");
    pages.put("problem", "/search?q=tide&size=1000&from=yesterday");
    return pages;
  }

  @Test
  void everyPageIsPictured() throws Exception {
    Files.createDirectories(FOLDER);
    try (TestServer server = TestServer.over(SampleArticles.forShow());
        Browser browser = Browser.open(server)) {
      for (String theme : new String[] {"light", "dark"}) {
        browser.theme(theme);
        for (int width : new int[] {1280, 390}) {
          browser.width(width);
          for (Map.Entry<String, String> page : PAGES.entrySet()) {
            browser.go(page.getValue());
            Path file = FOLDER.resolve("%s-%s-%s.png".formatted(page.getKey(), width, theme));
            browser.picture(file);
            assertThat(file).isNotEmptyFile();
          }
        }
      }
    }
  }
}
