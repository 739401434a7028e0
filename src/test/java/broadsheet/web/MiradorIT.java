package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * An issue in Mirador, on a page of another site. Runs only where the viewer is: {@code npm install
 * --ignore-scripts mirador@4}, then {@code
 * -Dbroadsheet.mirador=node_modules/mirador/dist/mirador.min.js}.
 */
@SuppressWarnings("NullAway.Init")
class MiradorIT {
  private static final String VIEWER = System.getProperty("broadsheet.mirador", "");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path PICTURES = Path.of("target/screenshots");

  @TempDir private Path folder;
  private TestServer archive;
  private HttpServer site;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(!VIEWER.isEmpty(), "only with -Dbroadsheet.mirador");
    Path issue = Files.createDirectories(folder.resolve("shelf/Daily Ember/1904-01-17"));
    DrawnPages.draw(issue, "1", List.of("Frost closes the harbour", "for another week."));
    DrawnPages.draw(issue, "2", List.of("Ferry held by frost", "at the pier."));
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(folder.resolve("shelf")))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    archive = TestServer.at(index);
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @AfterEach
  void stop() {
    if (site != null) {
      site.stop(0);
      archive.close();
    }
  }

  private void serve(String path, String type, byte[] content) {
    site.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  private static String page(String manifest) {
    return """
    <!DOCTYPE html><html lang="en"><title>Mirador</title><body><div id="viewer"></div>
    <script src="/mirador.js"></script>
    <script>Mirador.viewer({ id: "viewer", window: { sideBarOpen: true, defaultSideBarPanel: "search" },
      windows: [{ manifestId: "%s", defaultSearchQuery: "frost" }] });</script>
    """
        .formatted(manifest);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aSearchShowsItsBoxesOnThePage() throws Exception {
    int port = freePort();
    String base = "http://localhost:" + port;
    serve("/mirador.js", "text/javascript; charset=utf-8", Files.readAllBytes(Path.of(VIEWER)));
    serve(
        "/",
        "text/html; charset=utf-8",
        page(base + "/iiif/Daily_Ember/1904-01-17/manifest.json").getBytes(UTF_8));
    site.start();
    try (WebServer _ =
            archive.also(ServerSettings.at("127.0.0.1", port).knownAs(URI.create(base)));
        Browser browser = Browser.open(archive)) {
      browser.width(1280);
      browser.driver().get("http://127.0.0.1:" + site.getAddress().getPort() + "/");
      new WebDriverWait(browser.driver(), PATIENCE)
          .until(driver -> driver.findElement(By.tagName("body")).getText().contains("of 2"));
      String text = browser.one("body").getText();
      assertThat(text)
          .contains("Daily Ember, 17 January 1904", "closes the harbour", "Ferry held by");
      browser.driver().findElement(By.xpath("//*[contains(text(), 'Ferry held by')]")).click();
      Path picture = Files.createDirectories(PICTURES).resolve("mirador.png");
      new WebDriverWait(browser.driver(), PATIENCE).until(_ -> hasYellowBox(picture, browser));
    }
  }

  /** Whether there is yellow on the page, right of the list of matches. */
  private static boolean hasYellowBox(Path picture, Browser browser) {
    try {
      browser.picture(picture);
      BufferedImage shown = ImageIO.read(picture.toFile());
      int yellow = 0;
      for (int x = shown.getWidth() / 3; x < shown.getWidth(); x++) {
        for (int y = 0; y < shown.getHeight(); y++) {
          Color colour = new Color(shown.getRGB(x, y));
          yellow +=
              colour.getRed() > 200 && colour.getGreen() > 200 && colour.getBlue() < 200 ? 1 : 0;
        }
      }
      return yellow > 50;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
