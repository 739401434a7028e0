package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches are cited, recorded and repeated over HTTP. */
@Smoke
class CiteIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.over(SampleArticles.all());
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    server.close();
  }

  private static HttpResponse<String> replay(String path, String receipt) throws Exception {
    return UploadingClient.send(CLIENT, server.address(""), path, Map.of("receipt", receipt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=tide",
        "q=clock+tower",
        "q=clock+tower&duplicates=show&sort=oldest",
        "q=harbour+board+grain+pier&match=some",
        "q=barley+balloon+harbour+gulls",
        "q=tide&mode=hybrid&source=The+Evening+Lantern&from=1990-01-01",
        "q=nothinglikethis",
        ""
      })
  void aReceiptHasWhatThePageCountsAndReplaysAsTheSame(String query) throws Exception {
    JsonNode page = JSON.readTree(server.get("/search.json?" + query).body());
    HttpResponse<String> answer = server.get("/search.receipt.json?page=2&" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"broadsheet.receipt.json\"");
    JsonNode receipt = JSON.readTree(answer.body());
    long total = page.at("/total/value").asLong();
    assertThat(receipt.at("/counts/total").asLong()).isEqualTo(total);
    assertThat(receipt.at("/counts/grouped").asLong()).isEqualTo(page.at("/folded").asLong());
    assertThat(receipt.at("/found/articles")).hasSize((int) total);
    assertThat(receipt.at("/query/reading")).isEqualTo(page.at("/query/reading"));
    if (total > 0) {
      assertThat(receipt.at("/found/articles").findValuesAsText("id"))
          .contains(page.at("/hits/0/id").asText());
    }
    JsonNode replay = JSON.readTree(replay("/replay.json", answer.body()).body());
    assertThat(replay.at("/verdict").asText()).isEqualTo("same");
    assertThat(replay.at("/causes")).isEmpty();
    assertThat(server.send("HEAD", "/search.receipt.json?" + query).statusCode()).isEqualTo(200);
  }

  @Test
  void thePageHasALineToPrintAndLeadsToTheReceipt() throws Exception {
    Document results = Jsoup.parse(server.get("/search?q=tide+last:5y&sort=newest").body());
    String address = results.select("details.share a:contains(Cite this search)").attr("href");
    assertThat(address).startsWith("/cite?q=tide").contains("sort=newest");
    Document page = Jsoup.parse(server.get(address).body());
    assertThat(page.select(".citation").text())
        .startsWith("Search for “tide last:5y” (read as: tide and published ")
        .contains("newest first. ")
        .contains(" articles. Broadsheet " + Release.current() + ", archive of ")
        .doesNotContain("http");
    assertThat(page.select(".filed dt").eachText())
        .containsExactly(
            "Query", "Read as", "Order", "Articles", "Reprints", "Searched", "Archive", "Program");
    String receipt = page.select("a[download]").attr("href");
    assertThat(receipt).startsWith("/search.receipt.json?q=tide").contains("sort=newest");
    assertThat(server.get(receipt).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherOutcomeIsListed() throws Exception {
    String receipt = server.get("/search.receipt.json?q=harbour").body();
    JsonNode articles = JSON.readTree(receipt).at("/found/articles");
    String other = receipt.replaceAll("\"reading\" : \"[^\"]*\"", "\"reading\" : \"haven\"");
    HttpResponse<String> answer = replay("/replay", other);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=status]").text())
        .isEqualTo("The same articles are found, with the same texts.");
    assertThat(page.select("section li").text())
        .isEqualTo("The query is read as “harbour”; it was read as “haven”.");
    assertThat(articles).isNotEmpty();
    Document narrower =
        Jsoup.parse(
            replay(
                    "/replay",
                    receipt.replace("\"text\" : \"harbour\"", "\"text\" : \"harbour -harbour\""))
                .body());
    assertThat(narrower.select("[role=status]").text())
        .isEqualTo("Not the same: 0 new, " + articles.size() + " gone, 0 changed.");
    assertThat(narrower.select("h2").eachText()).contains("Gone");
    String nothing = server.get("/search.receipt.json?q=harbour+-harbour").body();
    Document wider =
        Jsoup.parse(
            replay(
                    "/replay",
                    nothing.replace("\"text\" : \"harbour -harbour\"", "\"text\" : \"harbour\""))
                .body());
    String id = articles.get(0).at("/id").asText();
    assertThat(wider.select("section a[href='/article/" + id + "']").text())
        .isEqualTo(
            JSON.readTree(server.get("/article/" + id + ".json").body()).at("/title").asText());
  }

  @Test
  void aReceiptOfAnotherBuildSaysSo() throws Exception {
    String receipt = server.get("/search.receipt.json?q=harbour").body();
    String now = Release.current().toString();
    String before = new Release(Release.current().version(), "00000000").toString();
    String other = receipt.replace("\"" + now + "\"", "\"" + before + "\"");
    String note = "The receipt was made by %s; this is %s.".formatted(before, now);
    Document page = Jsoup.parse(replay("/replay", other).body());
    assertThat(page.select("[role=status] + .note").text()).isEqualTo(note);
    JsonNode json = JSON.readTree(replay("/replay.json", other).body());
    assertThat(json.at("/verdict").asText()).isEqualTo("same");
    assertThat(json.at("/programs").toString())
        .isEqualTo(
            JSON.createObjectNode()
                .put("before", before)
                .put("today", now)
                .put("note", note)
                .toString());
    assertThat(Jsoup.parse(replay("/replay", receipt).body()).select(".note")).isEmpty();
    assertThat(JSON.readTree(replay("/replay.json", receipt).body()).at("/programs/note").asText())
        .isEmpty();
  }

  @Test
  void whatIsNoReceiptIsRefused() throws Exception {
    for (String wrong : new String[] {"", "tide", "{}", "{\"receipt\": 9}"}) {
      HttpResponse<String> answer = replay("/replay.json", wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(replay("/replay", "{").body()).contains("it is no JSON, or was cut off, at line 1");
    assertThat(replay("/replay.json", " ".repeat(9_000_000)).statusCode()).isEqualTo(413);
    assertThat(server.get("/search.receipt.json?sort=sideways").statusCode()).isEqualTo(400);
    assertThat(server.get("/replay.json").statusCode()).isEqualTo(405);
  }
}
