package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words workbench over HTTP. */
@Smoke
class WordsIT {
  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        TestServer.over(
            List.of(
                article("a", "2019-05-01", "The Lantern", "Strong tea, please. Green tea again."),
                article("b", "2020-06-02", "The Lantern", "No strong coffee, and no tea at all."),
                article("c", "2020-07-03", "The Beacon", "Weak tea is no strong tea.")));
  }

  private static Article article(String id, String day, String source, String text) {
    return Article.withId(id)
        .title("Drinks" + id)
        .paragraphs(List.of(text))
        .source(source)
        .language("en")
        .publishedAt(PublicationDate.stated(day))
        .build();
  }

  private static List<Map<String, String>> rows(String address) throws Exception {
    String body = server.get(address).body().replace("\uFEFF", "");
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(body)) {
      return rows.readAll();
    }
  }

  private static List<String> column(String name, List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.getOrDefault(name, "")).toList();
  }

  @Test
  void linesAreSortedByTheWordsBesideThem() throws Exception {
    List<Map<String, String>> lines = rows("/words.csv?q=tea&order=left1");
    assertThat(column("match", lines)).containsOnly("tea").hasSize(5);
    assertThat(column("left", lines))
        .extracting(left -> left.strip().replaceAll(".* ", "").toLowerCase(Locale.ROOT))
        .containsExactly("green", "no", "strong", "strong", "weak");
    assertThat(column("publishedAt", lines)).contains("2019-05-01", "2020-06-02", "2020-07-03");
  }

  @Test
  void allLinesArePagedThrough() throws Exception {
    for (String order : List.of("article", "newest", "right1", "left2")) {
      List<String> met = new ArrayList<>();
      String after = "";
      do {
        JsonNode page = server.json("/words.json?q=tea+OR+coffee&size=2&order=" + order + after);
        for (JsonNode line : page.path("lines")) {
          met.add(line.path("id").asText() + line.path("start").asInt());
        }
        after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
      } while (!after.isEmpty());
      assertThat(met).as(order).hasSize(6).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLineLeadsToItsMark() throws Exception {
    Document page = Jsoup.parse(server.get("/words?q=tea&order=oldest").body());
    List<Element> links = page.select("table.kwic a");
    assertThat(links).hasSize(5);
    String second = server.get(links.get(1).attr("href")).headers().firstValue("Location").get();
    assertThat(second).endsWith("/article/a?q=tea#hit-2");
    assertThat(page.select("nav[aria-label=Order] a")).hasSize(11);
    assertThat(page.select(".take-away a").eachText())
        .containsExactly("CSV of all lines", "CSV", "JSON", "receipt to cite");
  }

  @Test
  void frequenciesAddUp() throws Exception {
    JsonNode found = server.json("/frequencies.json?q=tea&by=year");
    long words = 0;
    long matches = 0;
    for (JsonNode group : found.path("groups")) {
      words += group.path("words").asLong();
      matches += group.path("matches").asLong();
      assertThat(group.path("perMillion").asDouble())
          .isEqualTo(1e6 * group.path("matches").asLong() / group.path("words").asLong());
    }
    assertThat(matches).isEqualTo(5).isEqualTo(found.path("all").path("matches").asLong());
    assertThat(words).isEqualTo(found.path("archiveWords").asLong());
    assertThat(found.path("articles").path("isExact").asBoolean()).isTrue();
    assertThat(column("value", rows("/frequencies.csv?q=tea&by=source")))
        .containsExactly("The Lantern", "The Beacon");
  }

  @Test
  void collocatesKeywordsAndSequencesAreCounted() throws Exception {
    List<Map<String, String>> near = rows("/collocates.csv?q=tea&left=1&right=0&order=observed");
    assertThat(near.getFirst()).containsEntry("word", "strong").containsEntry("observed", "2");
    assertThat(column("word", rows("/keywords.csv?q=coffee&least=1"))).contains("coffee");
    assertThat(column("text", rows("/ngrams.csv?q=tea"))).containsExactly("strong tea");
    List<Map<String, String>> pairs = rows("/ngrams.csv?q=tea&stopwords=on");
    assertThat(column("text", pairs)).containsExactly("no strong", "strong tea");
    assertThat(pairs.getLast()).containsEntry("count", "2").containsEntry("articles", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/words.json?q=tea&order=sideways",
        "/words.json?q=tea&after=nonsense",
        "/words.json?q=tea&size=0",
        "/collocates.json?q=tea&left=0&right=0",
        "/ngrams.csv?q=tea&length=9",
        "/frequencies?q=tea&by=moon"
      })
  void wrongParametersAreRefusedWithAReason(String address) throws Exception {
    HttpResponse<String> refused = server.get(address);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).containsAnyOf("take", "after");
  }

  @Test
  void typedWordsAreTheDefaultAndBothNumbersAreThere() throws Exception {
    JsonNode typed = server.json("/words.json?q=drink&order=match");
    assertThat(typed.path("total").asInt()).isZero();
    assertThat(typed.path("forms").path("typed").asInt()).isZero();
    for (String address :
        List.of("/words.json?q=teas", "/collocates.json?q=teas", "/frequencies.json?q=teas")) {
      JsonNode forms = server.json(address).path("forms");
      assertThat(forms.path("typed").asInt()).as(address).isZero();
      assertThat(forms.path("anyEnding").asInt()).as(address).isEqualTo(5);
      assertThat(forms.path("forms").findValuesAsText("text")).containsExactly("tea");
    }
    assertThat(server.json("/words.json?q=teas&endings=any").path("total").asInt()).isEqualTo(5);
    Document page = Jsoup.parse(server.get("/words?q=teas&order=newest").body());
    assertThat(page.select("nav[aria-label='Words counted'] a").eachText())
        .containsExactly("0 as typed", "5 with any ending");
    assertThat(page.select("nav[aria-label='Words counted'] a").eachAttr("href"))
        .containsExactly("/words?q=teas&order=newest", "/words?q=teas&order=newest&endings=any");
    assertThat(page.select("nav[aria-label=Tables] a[href]").eachAttr("href"))
        .contains("/keywords?q=teas");
    Document any = Jsoup.parse(server.get("/words?q=teas&endings=any").body());
    assertThat(any.select("nav[aria-label=Tables] a[href]").eachAttr("href"))
        .contains("/keywords?q=teas&endings=any");
  }

  @Test
  void eachNumberLeadsToAsManyLines() throws Exception {
    for (String table :
        List.of(
            "/collocates?q=tea&stopwords=on&least=1&left=2",
            "/keywords?q=coffee&least=1&stopwords=on",
            "/ngrams?q=tea&least=1&stopwords=on")) {
      List<Map<String, String>> rows = rows(table.replace("?", ".csv?"));
      List<String> counts =
          rows.stream()
              .map(row -> row.getOrDefault("observed", row.getOrDefault("count", "")))
              .toList();
      List<String> lines = new ArrayList<>();
      for (Element link : Jsoup.parse(server.get(table).body()).select(".figures tbody a")) {
        JsonNode found = server.json(link.attr("href").replace("/words?", "/words.json?"));
        lines.add(found.path("total").asText());
      }
      assertThat(lines).as(table).isNotEmpty().isEqualTo(counts);
    }
  }

  @Test
  void allLinesAreOneTableAndATableHasAReceipt() throws Exception {
    List<Map<String, String>> all = rows("/lines.csv?q=tea&order=right1");
    assertThat(all).isEqualTo(rows("/words.csv?q=tea&order=right1")).hasSize(5);
    assertThat(rows("/lines.csv?q=tea&sample=2&seed=4"))
        .hasSize(2)
        .isEqualTo(rows("/words.csv?q=tea&sample=2&seed=4"));
    assertThat(server.get("/words?q=tea&thin=50&seed=4").body())
        .contains("drawn at random from 50% of all with seed 4");
    JsonNode receipt = server.json("/collocates.receipt.json?q=tea&left=2");
    String table = server.get(receipt.path("address").asText()).body();
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(table.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(receipt.path("digest").asText())
        .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    assertThat(receipt.path("queries").path("q").path("text").asText()).isEqualTo("tea");
    assertThat(receipt.path("isExact").asBoolean()).isTrue();
  }

  @Test
  void dispersionStandsBesideFrequencies() throws Exception {
    JsonNode spread = server.json("/frequencies.json?q=tea&by=source").path("dispersion");
    assertThat(spread.path("range").asInt()).isEqualTo(2);
    assertThat(spread.path("gries").asDouble()).isBetween(0.0, 1.0);
    assertThat(server.get("/frequencies?q=tea&by=source").body()).contains("Juilland’s D");
  }
}
