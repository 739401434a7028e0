package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weight of every kind of page, and how articles that are too heavy for one are divided. */
@SuppressWarnings("NullAway.Init")
class HeavyArticlesIT {
  private static final int MOST_HTML = 60_000;
  private static final int MOST_IN_ALL = 1_000_000;

  /** More than that many pictures that wait until they are near are not near at first view. */
  private static final int NEAR = 10;

  private static final int NEAR_SCANS = 2;

  /** The weights of stylesheets, scripts and pictures by their addresses. */
  private static final Map<String, Integer> WEIGHTS = new HashMap<>();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  @AutoClose private static TestServer server;
  private static TestServer samples;

  @BeforeAll
  static void start() throws Exception {
    samples = TestServer.shared();
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.writeString(shelf.resolve("minutes.txt"), "Minutes of the board\n\n" + minutes(), UTF_8);
    Files.write(
        shelf.resolve("report.pdf"), PdfSamples.pdf(document -> PdfSamples.report(document, 95)));
    Files.writeString(shelf.resolve("letter.eml"), letter(), UTF_8);
    Files.writeString(shelf.resolve("debate.srt"), debate(), UTF_8);
    DrawnPages.draw(shelf, "scan", List.of("The harbour board opens", "the bridge after years."));
    ImageIO.write(
        noisy(ImageIO.read(shelf.resolve("scan.png").toFile())),
        "png",
        shelf.resolve("scan.png").toFile());
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(shelf))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    server = TestServer.at(index);
  }

  /** A megabyte in one line; words of a vocabulary of a newspaper's size compress as those do. */
  private static String minutes() {
    return sentences(new Random(1), 11_000)
        + "The dredgers came. "
        + sentences(new Random(2), 4_000);
  }

  private static String sentences(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "The harbour board hears " + words(random, 6) + ". ")
        .collect(Collectors.joining());
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Integer.toString(20_000 + (int) Math.abs(3_000 * random.nextGaussian()), 23))
        .map(word -> "w" + word)
        .collect(Collectors.joining(" "));
  }

  /** A message with a text of several pages' weight. */
  private static String letter() {
    String annex =
        IntStream.range(0, 120)
            .mapToObj(i -> (i == 110 ? "The shoals are new. " : "") + sentences(new Random(i), 40))
            .collect(Collectors.joining("\n\n"));
    return "From: ada@a.example\nTo: tom@b.example\nSubject: Soundings of the harbour board\n"
        + "Content-Type: multipart/mixed; boundary=b\n\n"
        + "--b\nContent-Type: text/plain\n\nSee the annex on the bar.\n"
        + "--b\nContent-Type: text/plain; name=annex.txt\n"
        + "Content-Disposition: attachment; filename=annex.txt\n\n"
        + annex
        + "\n--b--\n";
  }

  private static String debate() {
    Random random = new Random(3);
    return IntStream.range(0, 2_000)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,900\n- %s\n",
                    i + 1,
                    i / 60,
                    i % 60,
                    i / 60,
                    i % 60,
                    sentences(random, 1) + (i == 1_500 ? "Lighthouses." : "")))
        .collect(Collectors.joining("\n"));
  }

  /** A scan of the usual size, in which paper and ink are uneven. */
  private static BufferedImage noisy(BufferedImage page) {
    BufferedImage scan = new BufferedImage(1_200, 1_800, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(4);
    for (int y = 0; y < scan.getHeight(); y++) {
      for (int x = 0; x < scan.getWidth(); x++) {
        int grey = (page.getRGB(x / 2, y / 2) & 0xff) * 3 / 4;
        scan.getRaster().setSample(x, y, 0, grey + random.nextInt(64));
      }
    }
    return scan;
  }

  private static HttpResponse<byte[]> fetch(TestServer from, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(from.address(path)))
            .header("Accept-Encoding", "gzip")
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void assertLight(TestServer from, String path) throws Exception {
    HttpResponse<byte[]> answer = fetch(from, path);
    assertThat(answer.body().length).as("HTML of %s", path).isLessThanOrEqualTo(MOST_HTML);
    int bytes = answer.body().length;
    for (String needed : needed(document(answer.body()))) {
      bytes += weight(from, needed);
    }
    assertThat(bytes).as("first view of %s", path).isLessThanOrEqualTo(MOST_IN_ALL);
  }

  private static int weight(TestServer from, String needed) throws Exception {
    String address = from.address(needed);
    Integer known = WEIGHTS.get(address);
    int weight = known == null ? fetch(from, needed).body().length : known;
    WEIGHTS.put(address, weight);
    return weight;
  }

  private static Document document(byte[] gzipped) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
      return Jsoup.parse(in, UTF_8.name(), "");
    }
  }

  /** The files that a browser loads for the first view. */
  private static Set<String> needed(Document page) {
    Set<String> needed = new LinkedHashSet<>();
    needed.addAll(page.select("link[rel=stylesheet], link[rel=modulepreload]").eachAttr("href"));
    needed.addAll(page.select("script[src]").eachAttr("src"));
    needed.addAll(page.select("img:not([loading=lazy]), video[poster]").eachAttr("src"));
    Stream.concat(
            page.select(".scans img").stream().limit(NEAR_SCANS),
            page.select("img[loading=lazy]:not(.scans img)").stream().limit(NEAR))
        .map(picture -> picture.attr("src"))
        .forEach(needed::add);
    return needed;
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void everyKindOfPageIsLight(String path) throws Exception {
    assertLight(samples, path);
  }

  static Stream<String> heavy() {
    return Stream.of(
        "/search?q=harbour+board",
        "/search?q=board&size=100",
        "/search?q=bridge",
        "/article/minutes",
        "/article/minutes?q=board",
        "/article/minutes?part=4",
        "/article/report",
        "/article/report?q=only80",
        "/article/letter?q=shoals",
        "/article/debate",
        "/article/scan?q=bridge",
        "/article/minutes/why?q=harbour+dredgers",
        "/article/minutes/compare/letter",
        "/words?q=board",
        "/collocates?q=board&least=1",
        "/keywords?q=board&least=1",
        "/ngrams?q=board&least=1",
        "/frequencies?q=board",
        "/trends?q=board",
        "/corpus",
        "/issues");
  }

  @ParameterizedTest
  @MethodSource("heavy")
  void pagesOfHeavyArticlesAreLight(String path) throws Exception {
    assertLight(server, path);
  }

  @Test
  void aTextInOneLineIsReadPartByPart() throws Exception {
    Document page = server.page("/article/minutes?part=1");
    StringBuilder read = new StringBuilder(page.select("#text").text());
    int parts = page.select(".parts a").size();
    assertThat(parts).isGreaterThan(9);
    for (int part = 2; part <= 3; part++) {
      Document next = server.page("/article/minutes?part=" + part);
      assertThat(next.select("#text p").text()).startsWith("The ").endsWith(".");
      read.append(' ').append(next.select("#text").text());
    }
    assertThat(minutes()).startsWith(read.toString());
    assertThat(server.page("/article/minutes?part=all").select("#text p")).hasSize(1);
    assertThat(server.json("/article/minutes.json").path("paragraphs")).hasSize(1);
    Document found = server.page("/article/minutes?q=dredgers");
    assertThat(found.select("#text #hit-1").text()).isEqualTo("dredgers");
    int offset = minutes().indexOf("dredgers");
    String place =
        server
            .get("/article/minutes?q=dredgers&at=body." + offset)
            .headers()
            .firstValue("Location")
            .orElse("");
    assertThat(place).endsWith("#hit-1");
    assertThat(server.page(place.replaceAll("#.*", "")).select("#text #hit-1")).hasSize(1);
  }

  @Test
  void aLongFileIsReadInPieces() throws Exception {
    Document first = server.page("/article/letter?part=2");
    assertThat(first.select("#text").text()).startsWith("annex.txt The harbour");
    assertThat(first.select("#text").text().length()).isLessThan(95_000);
    Element note = first.expectFirst(".story > .note");
    assertThat(note.text()).startsWith("Shown: annex.txt, 1 of ");
    String after = note.expectFirst("a:contains(after)").attr("href");
    assertThat(after).isEqualTo("/article/letter?part=2.2#text");
    assertThat(server.page("/article/letter?part=2.2").expectFirst(".story > .note").text())
        .startsWith("Shown: annex.txt, 2 of ");
    Document found = server.page("/article/letter?q=shoals");
    assertThat(found.select("#text #hit-1").text()).isEqualTo("shoals");
    String part = found.expectFirst(".parts a:has(b)").attr("href").replaceAll("#.*", "");
    assertThat(server.page(part).select("#text #hit-1")).hasSize(1);
    assertThat(server.get("/article/letter?part=2.x").statusCode()).isEqualTo(400);
  }

  @Test
  void aLongRecordingOpensAtWhatIsSaid() throws Exception {
    Document first = server.page("/article/debate");
    int shown = first.select("#text p.said").size();
    assertThat(shown).isBetween(100, 1_900);
    String place =
        server.get("/article/debate/at/1500").headers().firstValue("Location").orElse("");
    Document page = server.page(place.replaceAll("#.*", ""));
    Element said = page.expectFirst(place.replaceAll(".*#", "#"));
    assertThat(said.text()).contains("25:").contains("Lighthouses.");
    assertThat(server.page("/article/debate?q=lighthouses").select("#text #hit-1")).hasSize(1);
    assertThat(server.page("/article/debate?part=all").select("#text p.said").size())
        .isGreaterThan(shown);
  }
}
