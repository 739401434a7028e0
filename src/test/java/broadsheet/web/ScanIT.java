package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import broadsheet.path.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans with their boxes, on pages that the test draws itself. */
@SuppressWarnings("NullAway.Init")
class ScanIT {
  @TempDir private static Path folder;
  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    DrawnPages.draw(shelf, "1", List.of("The harbour bridge opens", "after ten years of work."));
    DrawnPages.draw(shelf, "2", List.of("Grain prices fall again", "in every port."));
    for (String day : List.of("1904-01-17", "1904-01-18", "1905-03-02")) {
      Path issue = Files.createDirectories(shelf.resolve("Daily Ember").resolve(day));
      DrawnPages.draw(issue, "1", List.of("Frost closes the harbour", "of " + day + "."));
    }
    Files.delete(shelf.resolve("2.png"));
    DrawnPages.draw(shelf, "tiff", List.of("Zeppelin over the harbour", "at noon."));
    ImageIO.write(
        ImageIO.read(shelf.resolve("tiff.png").toFile()),
        "tiff",
        shelf.resolve("tiff.tif").toFile());
    Files.delete(shelf.resolve("tiff.png"));
    DrawnPages.draw(shelf, "broken", List.of("Quarrel about the weir", "goes on."));
    Files.delete(shelf.resolve("broken.png"));
    Files.write(shelf.resolve("broken.tif"), new byte[] {'I', 'I', '*', 0, 1, 2, 3, 4});
    DrawnPages.draw(shelf, "jp2", List.of("Sluice repaired", "in a week."));
    Files.move(shelf.resolve("jp2.png"), shelf.resolve("jp2.jp2"));
    Files.write(folder.resolve("secret.png"), Files.readAllBytes(shelf.resolve("1.png")));
    Path papers = Files.createDirectories(shelf.resolve("Evening Ember"));
    Files.write(papers.resolve("1931-05-04.pdf"), DrawnPages.paper());
    Path index = folder.resolve("index");
    StringWriter said = new StringWriter();
    Indexing.rebuild(index, List.of(shelf))
        .run(new IndexingLog(new PrintWriter(said), Progress.Display.NONE));
    server = TestServer.at(index);
  }

  private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static int number(Element rectangle, String attribute) {
    return Integer.parseInt(rectangle.attr(attribute));
  }

  @Test
  void everyBoxCoversThePrintedWord() throws Exception {
    Document article = server.page("/article/1?q=bridge+OR+years");
    List<Element> boxes = article.select(".scans rect");
    assertThat(boxes).extracting(box -> box.attr("data-hit")).containsExactly("1", "2");
    BufferedImage scan = ImageIO.read(folder.resolve("shelf/1.png").toFile());
    double scale = DrawnPages.WIDTH / 1000.0;
    for (Element box : boxes) {
      int left = (int) (number(box, "x") * scale);
      int top = (int) (number(box, "y") * scale);
      int right = (int) Math.ceil((number(box, "x") + number(box, "width")) * scale);
      int bottom = (int) Math.ceil((number(box, "y") + number(box, "height")) * scale);
      assertThat(dark(scan, left, top, right, bottom)).isGreaterThan(100);
      assertThat(dark(scan, left - 4, top, left, bottom)).isZero();
      assertThat(dark(scan, right, top, right + 4, bottom)).isZero();
    }
  }

  private static int dark(BufferedImage image, int left, int top, int right, int bottom) {
    int dark = 0;
    for (int x = left; x < right; x++) {
      for (int y = top; y < bottom; y++) {
        dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void textAndScanAreBothThereWithoutScripts() throws Exception {
    Document article = server.page("/article/1?q=bridge");
    assertThat(article.select(".text").text()).contains("The harbour bridge opens");
    Element scan = article.expectFirst(".scans svg");
    assertThat(scan.attr("aria-label")).isEqualTo("Scan of page 1, with the matches marked");
    assertThat(scan.attr("viewBox")).isEqualTo("0 0 1000 1500");
    assertThat(scan.expectFirst("img[loading=lazy]").attr("src"))
        .isEqualTo("/article/1/scan/1?size=medium");
    assertThat(article.select(".kicker").text()).contains("page 1");
    assertThat(article.select(".filed").text())
        .contains("Scan quality 90%, text recognized by OCR");
  }

  @Test
  void aResultShowsTheStripAroundItsMatches() throws Exception {
    Document results = server.page("/search?q=bridge");
    Element strip = results.expectFirst(".strip svg");
    assertThat(strip.select("rect")).hasSize(1);
    String[] view = strip.attr("viewBox").split(" ", -1);
    Element box = strip.expectFirst("rect");
    assertThat(number(box, "x")).isGreaterThan(Integer.parseInt(view[0]));
    assertThat(number(box, "y")).isGreaterThan(Integer.parseInt(view[1]));
    assertThat(number(box, "y") + number(box, "height"))
        .isLessThan(Integer.parseInt(view[1]) + Integer.parseInt(view[3]));
    assertThat(server.page("/search?q=").select(".strip")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bridge", "zeppelin", "gasworks", "tramway", "orchard", "lighthouse"})
  void aStripIsLightAndItsBoxCoversTheWord(String word) throws Exception {
    Element strip = server.page("/search?q=" + word).expectFirst(".strip svg");
    String[] view = strip.attr("viewBox").split(" ", -1);
    Element img = strip.expectFirst("img");
    Element place = requireNonNull(img.parent());
    assertThat(List.of(place.attr("x"), place.attr("y"), img.attr("width")))
        .containsExactly(view[0], view[1], view[2]);
    HttpResponse<byte[]> scan = bytes(img.attr("src"));
    assertThat(scan.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(scan.body()).hasSizeLessThan(40_000);
    String tag = scan.headers().firstValue("ETag").orElseThrow();
    assertThat(bytes(img.attr("src"), "If-None-Match", tag).statusCode()).isEqualTo(304);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(scan.body()));
    double scale = drawn.getWidth() / Double.parseDouble(view[2]);
    assertThat(drawn.getHeight()).isBetween((int) (0.97 * scale * number(img, "height")), 960);
    Element box = strip.expectFirst("rect");
    int left = (int) ((number(box, "x") - number(place, "x")) * scale);
    int top = (int) ((number(box, "y") - number(place, "y")) * scale);
    int right = left + (int) Math.ceil(number(box, "width") * scale);
    int bottom = top + (int) Math.ceil(number(box, "height") * scale);
    int around = (int) (6 * scale);
    int inBox = dark(drawn, left, top, right, bottom);
    assertThat(inBox).isGreaterThan(40);
    assertThat(dark(drawn, left - around, top, right + around, bottom)).isEqualTo(inBox);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25,10,50,8",
        "pct:25,10,50",
        "pct:25,10,50,0",
        "pct:60,10,50,8",
        "pct:-1,0,50,8",
        "pct:NaN,0,50,8",
        "square"
      })
  void aRegionThatIsNoneIsRefusedAndSaysWhatOneIs(String region) throws Exception {
    HttpResponse<byte[]> answer = bytes("/article/1/scan/1?size=strip&region=" + region);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8))
        .contains("region takes a part of the page in percent such as pct:25,10.5,50,8, not “");
  }

  @Test
  void whereTheScanIsMissingThereIsTextAloneAndNoBrokenPicture() throws Exception {
    Document article = server.page("/article/2?q=grain");
    assertThat(article.select("svg, image, .scans")).isEmpty();
    assertThat(article.select(".text").text()).contains("Grain prices fall again");
    assertThat(server.page("/search?q=grain").select(".hit")).hasSize(1);
    assertThat(server.page("/search?q=grain").select(".strip")).isEmpty();
    assertThat(bytes("/article/2/scan/1").statusCode()).isEqualTo(404);
  }

  @Test
  void aScanIsSentAsItIsAndNotTwice() throws Exception {
    HttpResponse<byte[]> scan = bytes("/article/1/scan/1");
    assertThat(scan.statusCode()).isEqualTo(200);
    assertThat(scan.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(scan.body()).isEqualTo(Files.readAllBytes(folder.resolve("shelf/1.png")));
    String tag = scan.headers().firstValue("ETag").orElseThrow();
    assertThat(bytes("/article/1/scan/1", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aTiffIsDrawnWithItsWordsUnderTheirBoxes() throws Exception {
    assertThat(server.page("/search?q=zeppelin").select(".strip img").attr("src"))
        .startsWith("/article/tiff/scan/1?size=strip&region=pct:");
    HttpResponse<byte[]> scan = bytes("/article/tiff/scan/1");
    assertThat(scan.statusCode()).isEqualTo(200);
    assertThat(scan.headers().firstValue("Content-Type")).contains("image/jpeg");
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(scan.body()));
    assertThat(drawn.getWidth()).isEqualTo(DrawnPages.WIDTH);
    Element box = server.page("/article/tiff?q=zeppelin").expectFirst(".scans rect");
    double scale = drawn.getWidth() / 1000.0;
    assertThat(
            dark(
                drawn,
                (int) (number(box, "x") * scale),
                (int) (number(box, "y") * scale),
                (int) ((number(box, "x") + number(box, "width")) * scale),
                (int) ((number(box, "y") + number(box, "height")) * scale)))
        .isGreaterThan(100);
    String tag = scan.headers().firstValue("ETag").orElseThrow();
    assertThat(bytes("/article/tiff/scan/1", "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> small = bytes("/article/tiff/scan/1?size=small");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(300);
    assertThat(bytes("/article/tiff/scan/1?size=huge").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gasworks", "tramway", "orchard", "lighthouse"})
  void boxesOfAPdfCoverTheWordsOfItsPagesHoweverTheyAreTurned(String word) throws Exception {
    Document results = server.page("/search?q=" + word);
    Document article =
        server.page(results.expectFirst(".hit h2 a").attr("href").replaceAll("#.*", ""));
    Element box = article.expectFirst(".scans rect");
    assertThat(article.select(".parts a:has(b)")).as("pages with matches").hasSize(1);
    assertCovered(article.expectFirst("figure:has(rect) figcaption a").attr("href"), box, 500);
    assertCovered(article.expectFirst("figure:has(rect) img").attr("src"), box, 45);
    assertThat(article.select(".kicker").text()).contains("Evening Ember");
  }

  /**
   * A box covers the only word that is printed black.
   *
   * @param least the fewest dark pixels in it
   */
  private static void assertCovered(String address, Element box, int least) throws Exception {
    HttpResponse<byte[]> scan = bytes(address);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(scan.body()));
    double scale = drawn.getWidth() / 1000.0;
    int left = (int) (number(box, "x") * scale);
    int top = (int) (number(box, "y") * scale);
    int right = (int) ((number(box, "x") + number(box, "width")) * scale);
    int bottom = (int) ((number(box, "y") + number(box, "height")) * scale);
    int inBox = dark(drawn, left, top, right, bottom);
    assertThat(inBox).isGreaterThan(least);
    assertThat(dark(drawn, 0, 0, drawn.getWidth(), drawn.getHeight()))
        .as("the word alone is printed black")
        .isLessThan(inBox + inBox / 20);
  }

  @Test
  void aScanThatCannotBeDrawnIsReplacedByAnImageThatSaysSo() throws Exception {
    HttpResponse<byte[]> scan = bytes("/article/broken/scan/1");
    assertThat(scan.statusCode()).isEqualTo(404);
    assertThat(scan.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(new String(scan.body(), UTF_8)).contains("This scan cannot be shown.", ">Damaged.<");
    HttpResponse<byte[]> strip = bytes("/article/broken/scan/1?size=strip&region=pct:25,10,50,8");
    assertThat(strip.statusCode()).isEqualTo(404);
    assertThat(new String(strip.body(), UTF_8))
        .contains("viewBox=\"150 150 700 130\"", ">Damaged.<");
  }

  @Test
  void ofAScanInJpeg2000TheTextIsShownAloneWhereOpenJpegIsNotInstalled() throws Exception {
    Document article = server.page("/article/jp2?q=sluice");
    boolean isShown = InstalledProgram.find("opj_decompress").isPresent();
    assertThat(article.select("svg.scan img")).hasSize(isShown ? 1 : 0);
    assertThat(article.select(".scans")).hasSize(isShown ? 1 : 0);
    assertThat(article.select(".filed").text().contains("cannot be shown here"))
        .isEqualTo(!isShown);
    assertThat(bytes("/article/jp2/scan/1").statusCode()).isEqualTo(isShown ? 200 : 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/article/1/scan/0",
        "/article/1/scan/2",
        "/article/1/scan/-1",
        "/article/1/scan/99999999999",
        "/article/1/scan/1.png",
        "/article/1/scan/%2e%2e%2fsecret.png",
        "/article/none/scan/1",
        "/article/..%2f..%2fsecret/scan/1"
      })
  void noAddressLeadsToAnotherFile(String path) throws Exception {
    HttpResponse<byte[]> answer = bytes(path);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotStartWith("image");
  }

  @Test
  void jsonHasPagesAndQuality() throws Exception {
    JsonNode hit =
        new ObjectMapper().readTree(server.get("/search.json?q=bridge").body()).path("hits").get(0);
    assertThat(hit.path("pages").asText()).isEqualTo("1");
    assertThat(hit.path("scanQuality").asInt()).isEqualTo(90);
    JsonNode article = new ObjectMapper().readTree(server.get("/article/1.json").body());
    assertThat(article.path("pages").get(0).asText()).isEqualTo("1");
    assertThat(article.toString()).doesNotContain(folder.toString());
    assertThat(server.get("/search?q=quality:%3E80").body()).contains("scan quality at least 81%");
  }

  @Test
  void anIssueIsBrowsedFromItsNewspaperToItsArticles() throws Exception {
    Document newspapers =
        server.page(server.page("/").expectFirst("a:contains(by issue)").attr("href"));
    assertThat(newspapers.select(".newspapers a").eachText())
        .containsExactlyInAnyOrder("Daily Ember", "Evening Ember");
    assertThat(newspapers.select(".newspapers").text()).contains("1904–1905");
    Document calendar = server.page(newspapers.expectFirst("a:contains(Daily Ember)").attr("href"));
    assertThat(calendar.select(".years a").eachText()).containsExactly("1904", "1905");
    assertThat(calendar.select(".month")).hasSize(12);
    assertThat(calendar.select(".month td a").eachAttr("aria-label"))
        .containsExactly("17 January 1904", "18 January 1904");
    Document issue = server.page(calendar.expectFirst(".month td a").attr("href"));
    assertThat(issue.select("h1").text()).isEqualTo("Daily Ember 17 January 1904");
    assertThat(issue.select("a[rel=prev]")).isEmpty();
    assertThat(issue.select("h2").eachText()).containsExactly("Page 1");
    assertThat(issue.select(".issue-page ol a").text())
        .isEqualTo("Frost closes the harbour of 1904-01-17.");
    assertThat(issue.select(".thumbnail svg")).hasSize(1);
    Document next = server.page(issue.expectFirst("a[rel=next]").attr("href"));
    assertThat(next.select("h1").text()).endsWith("18 January 1904");
    assertThat(server.page(next.expectFirst("a[rel=next]").attr("href")).select("h1").text())
        .endsWith("2 March 1905");
  }

  @ParameterizedTest
  @ValueSource(strings = {"source=Nobody", "source=Daily+Ember&date=1904-01-19", "source=&year=x"})
  void whatIsNotThereIsSaidSo(String parameters) throws Exception {
    assertThat(server.get("/issues?" + parameters).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"date=1904-13-01", "date=x", "year=x", "year=0000", "year=19044"})
  void wrongDaysAndYearsSayWhatIsTaken(String parameter) throws Exception {
    HttpResponse<String> answer = server.get("/issues?source=Daily+Ember&" + parameter);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(" takes a ");
  }
}
