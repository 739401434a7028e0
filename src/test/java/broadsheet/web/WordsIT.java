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
    assertThat(page.select("nav[aria-label=Order] a")).hasSize(10);
    assertThat(page.select(".take-away a").eachText()).containsExactly("CSV", "JSON");
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
}
