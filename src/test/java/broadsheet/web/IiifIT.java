package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import broadsheet.web.request.BasePath;
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
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues as viewers of other sites get them, on pages that the test draws itself. */
@SuppressWarnings("NullAway.Init")
class IiifIT {
  private static final String ISSUE = "/iiif/Daily_Ember/1904-01-17";

  @TempDir private static Path folder;
  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Path issue = Files.createDirectories(folder.resolve("shelf/Daily Ember/1904-01-17"));
    DrawnPages.draw(issue, "1", List.of("Frost closes the harbour", "for a week."));
    DrawnPages.draw(issue, "2", List.of("Ferry held by frost", "at the pier."));
    DrawnPages.draw(issue, "3", List.of("No scan is here of frost", "at all."));
    Files.delete(issue.resolve("3.png"));
    Path other = Files.createDirectories(folder.resolve("shelf/Écho de l'Ill/1904-01-17"));
    DrawnPages.draw(other, "1", List.of("Frost everywhere", "else."));
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(folder.resolve("shelf")))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    server = TestServer.at(index);
  }

  private static HttpResponse<byte[]> bytes(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static List<String> texts(JsonNode array, String pointer) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.at(pointer).asText()));
    return texts;
  }

  @Test
  void aManifestHasTheScannedPagesAndTheirArticles() throws Exception {
    JsonNode manifest = server.json(ISSUE + "/manifest.json");
    assertThat(manifest.path("@context").asText())
        .isEqualTo("http://iiif.io/api/presentation/3/context.json");
    assertThat(manifest.path("id").asText()).isEqualTo(server.address(ISSUE + "/manifest.json"));
    assertThat(manifest.at("/label/none/0").asText()).isEqualTo("Daily Ember, 17 January 1904");
    assertThat(manifest.path("navDate").asText()).isEqualTo("1904-01-17T00:00:00Z");
    JsonNode canvases = manifest.path("items");
    assertThat(texts(canvases, "/label/en/0")).containsExactly("Page 1", "Page 2");
    assertThat(texts(canvases, "/type")).containsOnly("Canvas");
    assertThat(canvases.get(0).path("width").asInt()).isEqualTo(600);
    assertThat(canvases.get(0).path("height").asInt()).isEqualTo(900);
    JsonNode painting = canvases.get(0).at("/items/0/items/0");
    assertThat(painting.path("target")).isEqualTo(canvases.get(0).path("id"));
    assertThat(painting.path("motivation").asText()).isEqualTo("painting");
    HttpResponse<byte[]> image = bytes(painting.at("/body/id").asText());
    assertThat(image.headers().firstValue("Content-Type"))
        .contains(painting.at("/body/format").asText());
    HttpResponse<byte[]> small = bytes(canvases.get(0).at("/thumbnail/0/id").asText());
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(300);
    assertThat(texts(manifest.at("/structures/0/items"), "/label/none/0"))
        .containsExactly(
            "Frost closes the harbour for a week.", "Ferry held by frost at the pier.");
  }

  @Test
  void aSearchFindsItsBoxesInTheIssueAlone() throws Exception {
    JsonNode page = server.json(ISSUE + "/search?q=frost");
    assertThat(page.path("type").asText()).isEqualTo("AnnotationPage");
    assertThat(page.path("id").asText()).isEqualTo(server.address(ISSUE + "/search?q=frost"));
    JsonNode items = page.path("items");
    assertThat(texts(items, "/body/value")).containsExactlyInAnyOrder("Frost", "frost");
    for (JsonNode item : items) {
      String target = item.path("target").asText();
      String number = target.replaceAll(".*/canvas/(\\d+)#.*", "$1");
      assertThat(isPrintedAt(target, Path.of(number + ".png"))).as(target).isTrue();
    }
    JsonNode context = page.at("/annotations/0/items/0/target");
    assertThat(context.path("source")).isEqualTo(items.get(0).path("id"));
    JsonNode quote = context.at("/selector/0");
    assertThat(
            quote.path("prefix").asText()
                + quote.path("exact").asText()
                + quote.path("suffix").asText())
        .isIn("Frost closes the harbour for a week.", "Ferry held by frost at the pier.");
  }

  /** Whether there is print in a part of a canvas, and none to the left of it. */
  private static boolean isPrintedAt(String target, Path name) throws Exception {
    Path scan = folder.resolve("shelf/Daily Ember/1904-01-17").resolve(name);
    BufferedImage image = ImageIO.read(scan.toFile());
    String[] xywh = target.replaceAll(".*#xywh=", "").split(",", -1);
    int left = Integer.parseInt(xywh[0]);
    int top = Integer.parseInt(xywh[1]);
    int width = Integer.parseInt(xywh[2]);
    int height = Integer.parseInt(xywh[3]);
    return isDark(image, left, top, width, height) && !isDark(image, left - 6, top, 4, height);
  }

  private static boolean isDark(BufferedImage image, int left, int top, int width, int height) {
    int dark = 0;
    for (int x = left; x < left + width; x++) {
      for (int y = top; y < top + height; y++) {
        dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark > 40;
  }

  @Test
  void theFirstVersionOfTheSearchFindsTheSame() throws Exception {
    JsonNode list = server.json(ISSUE + "/search1?q=%22held+by+frost%22");
    assertThat(list.path("@type").asText()).isEqualTo("sc:AnnotationList");
    assertThat(texts(list.path("resources"), "/on"))
        .singleElement()
        .asString()
        .contains("/canvas/2#xywh=");
    JsonNode hit = list.at("/hits/0");
    assertThat(hit.path("match").asText()).isEqualTo("held by frost");
    assertThat(hit.at("/annotations/0")).isEqualTo(list.at("/resources/0/@id"));
    assertThat(list.at("/within/total").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=", "?q=zeppelin", "?q=(((", "?motivation=painting"})
  void nothingFoundIsAnEmptyPage(String query) throws Exception {
    assertThat(server.json(ISSUE + "/search" + query).path("items")).isEmpty();
    assertThat(server.json(ISSUE + "/search1" + query).path("resources")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/Daily_Ember/1904-01-18",
        "/iiif/Daily_Ember/1904-13-45",
        "/iiif/Daily_Ember/x",
        "/iiif/Nobody/1904-01-17",
        "/iiif/~ffffff~/1904-01-17",
        "/iiif/~/1904-01-17",
        "/iiif/a%22b/1904-01-17"
      })
  void whatIsNoIssueIsNotThere(String issue) throws Exception {
    assertThat(server.get(issue + "/manifest.json").statusCode()).isEqualTo(404);
    assertThat(server.get(issue + "/search?q=frost").statusCode()).isEqualTo(404);
  }

  @Test
  void anIssueLeadsToItsManifestWhateverItsNewspaperIsCalled() throws Exception {
    String issue = server.get("/issues?source=%C3%89cho+de+l%27Ill&date=1904-01-17").body();
    String manifest = Jsoup.parse(issue).expectFirst("a[href^=/iiif/]").attr("href");
    assertThat(server.json(manifest).at("/label/none/0").asText()).startsWith("Écho de l'Ill, ");
    assertThat(
            texts(
                server.json(manifest.replace("manifest.json", "search?q=frost")).path("items"),
                "/id"))
        .hasSize(1);
  }

  @Test
  void onlyAServerWithAPublicNameIsReadByOtherSites() throws Exception {
    List<String> paths =
        List.of(
            ISSUE + "/manifest.json",
            ISSUE + "/search?q=frost",
            ISSUE + "/search1?q=frost",
            "/article/Daily-Ember-1904-01-17-1/scan/1");
    for (String path : paths) {
      assertThat(server.get(path).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    try (WebServer named =
        server.also(
            ServerSettings.at("127.0.0.1", 0)
                .knownAs(URI.create("https://news.example"))
                .under(new BasePath("/archive")))) {
      String local = "http://127.0.0.1:" + named.port();
      for (String path : paths) {
        assertThat(bytes(local + path).headers().firstValue("Access-Control-Allow-Origin"))
            .as(path)
            .contains("*");
      }
      assertThat(bytes(local + "/").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      JsonNode manifest = new ObjectMapper().readTree(bytes(local + paths.getFirst()).body());
      String base = "https://news.example/archive";
      assertThat(manifest.path("id").asText()).isEqualTo(base + ISSUE + "/manifest.json");
      assertThat(manifest.at("/service/0/id").asText()).isEqualTo(base + ISSUE + "/search");
      assertThat(manifest.at("/items/0/items/0/items/0/body/id").asText())
          .startsWith(base + "/article/");
    }
  }
}
