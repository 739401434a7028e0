package broadsheet.web;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/** Pictures of scans in both themes, on a desktop and on a phone, for review and the documents. */
class ScanPicturesIT {
  private static final Path FOLDER = Path.of("target/screenshots");

  /** Scans are loaded when they come near. */
  private static final String LOADED =
      "return String(document.querySelector('.scan img').naturalWidth > 0)";

  private static final String ARTICLE = "/article/Daily-Ember-1904-01-17-1?q=harbour+OR+ferry";

  private static final List<List<String>> STORIES =
      List.of(
          List.of(
              "Frost closes the harbour",
              "For the third winter in a row the harbour is closed by frost. The ice reached the"
                  + " outer pier on Friday night, and by Saturday noon no ship could leave. Nine"
                  + " vessels lie at the quays, among them the mail steamer, which was to sail on"
                  + " Sunday. The harbour board expects the ice to hold for a week at least. Coal"
                  + " for the gasworks comes by rail until then, at twice the price. The market in"
                  + " the old town opened late, since the carts from the islands could not cross."
                  + " Fishermen cut holes before the breakwater and sold their catch on the ice."),
          List.of(
              "Ferry held at the pier",
              "The ferry was held at the eastern pier all day on Saturday. Its captain tried the"
                  + " channel twice and turned back both times, the second time with a bent rudder."
                  + " Passengers for the far shore spent the night in the waiting room, where the"
                  + " railway company gave them soup and blankets. A new rudder is on its way from"
                  + " the yard. Until it comes, a sledge carries letters across the ice, and those"
                  + " who trust it may go along for a small fare. The police advise against it: the"
                  + " current keeps the ice thin below the bridge, as last winter has shown."),
          List.of(
              "Grain prices rise again",
              "Wheat rose by a tenth on the exchange, the most in one day since the autumn. Two"
                  + " mills have stock for ten days, a third for less than five. Bakers asked the"
                  + " council on Saturday to open the city granary, as was done in the winter of"
                  + " the great flood. The council will answer on Tuesday. Barley and oats stayed"
                  + " as they were. A train of forty wagons from the plain is announced for the"
                  + " middle of the week, if the line over the pass stays free of snow. The price"
                  + " of bread does not change before the first of the month, as the law demands."),
          List.of(
              "Skating on the long canal",
              "Half the town was on the long canal on Sunday. The band of the fire brigade played"
                  + " by the second lock, and stalls sold chestnuts and hot wine. The ice measured"
                  + " a hand across at noon. Children from the orphanage were given skates by the"
                  + " society for public health, which lent out two hundred pairs and got all but"
                  + " three of them back. Races are held next Sunday over one and over five laps,"
                  + " with a silver cup from the harbour board for the winner. Lanterns will hang"
                  + " along both banks until ten at night for as long as the frost goes on."));

  @TempDir private Path folder;

  @Test
  void scansArePictured() throws Exception {
    Path issue = Files.createDirectories(folder.resolve("shelf/Daily Ember/1904-01-17"));
    DrawnNewspaper.draw(issue, "1", "The Daily Ember", STORIES);
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(folder.resolve("shelf")))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    Files.createDirectories(FOLDER);
    try (TestServer server = TestServer.at(index);
        Browser browser = Browser.open(server)) {
      browser.width(1280);
      browser.theme("light");
      browser.go("/search?q=harbour+OR+ferry");
      browser.until(() -> browser.ask(LOADED).equals("true"));
      DocumentPictures.write(
          "scan-strip", browser.one("article.hit").getScreenshotAs(OutputType.BYTES));
      browser.go(ARTICLE + "#hit-3");
      browser.until(() -> browser.ask(LOADED).equals("true"));
      DocumentPictures.write("scan", browser.driver().getScreenshotAs(OutputType.BYTES));
      for (String theme : List.of("light", "dark")) {
        browser.theme(theme);
        picture(browser, "results", "/search?q=harbour+OR+ferry", 1280, theme);
        picture(browser, "article", ARTICLE + "#hit-3", 1280, theme);
        picture(browser, "article", ARTICLE + "#scans", 390, theme);
        picture(browser, "issue", "/issues?source=Daily+Ember&date=1904-01-17", 390, theme);
      }
    }
  }

  /** Takes a picture of the part that a reader sees without scrolling. */
  private static void picture(Browser browser, String name, String path, int width, String theme)
      throws Exception {
    browser.width(width);
    browser.go(path);
    browser.until(() -> browser.ask(LOADED).equals("true"));
    Path file = FOLDER.resolve("scan-" + name + "-" + width + "-" + theme + ".png");
    Files.write(file, browser.driver().getScreenshotAs(OutputType.BYTES));
  }
}
