package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching by meaning over HTTP. */
@SuppressWarnings("NullAway.Init")
@Smoke
class MeaningIT {
  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  @Test
  void jsonSaysByWhatAnArticleWasFound() throws Exception {
    JsonNode hit = server.json("/search.json?q=airship&mode=hybrid").path("hits").path(0);
    assertThat(hit.path("id").asText()).isEqualTo(SampleArticles.SEED_ID);
    assertThat(hit.path("foundBy").asText()).isEqualTo("meaning");
    assertThat(hit.path("snippetsHtml")).hasSize(1);
    assertThat(hit.toString()).doesNotContain("<mark>");
    JsonNode marked = server.json("/search.json?q=balloon&mode=hybrid").path("hits").path(0);
    assertThat(marked.path("foundBy").asText()).isEqualTo("words");
    assertThat(marked.path("snippetsHtml").toString()).contains("<mark>balloon</mark>");
  }

  @Test
  void pageSaysSoInWordsAndLeadsToTheOtherWay() throws Exception {
    String page = server.get("/search?q=airship&mode=hybrid").body();
    assertThat(page).contains("By meaning: the closest passage", "1 article is found by meaning");
    assertThat(page).contains("href=\"/search?q=airship\">Words</a>");
    assertThat(page).contains("href=\"/search?q=airship&amp;mode=hybrid\" aria-current=\"true\"");
    String lexical = server.get("/search?q=balloon").body();
    assertThat(lexical).contains("href=\"/search?q=balloon&amp;mode=hybrid\">Words and meaning");
    assertThat(lexical).doesNotContain("By meaning");
  }

  @Test
  void questionThatFewArticlesHaveAllTheWordsOfIsAdvisedToTryMeaning() throws Exception {
    String question = "q=which+airship+was+seen+above+the+harbour";
    assertThat(server.json("/search.json?" + question).path("tryMode").asText())
        .isEqualTo("hybrid");
    assertThat(server.get("/search?" + question).body())
        .contains(question + "&amp;mode=hybrid\">Search by meaning as well</a>");
    for (String other :
        List.of(question + "&mode=hybrid", question + "&sort=newest", "q=airship+seen+above+it")) {
      assertThat(server.json("/search.json?" + other).has("tryMode")).as(other).isFalse();
      assertThat(server.get("/search?" + other).body()).doesNotContain("Search by meaning as well");
    }
    try (TestServer plain = TestServer.over(SampleArticles.all())) {
      assertThat(plain.get("/search.json?" + question).body()).doesNotContain("tryMode");
    }
  }

  @Test
  void exportsFindByMeaningToo() throws Exception {
    assertThat(server.get("/search.csv?q=airship&mode=hybrid").body())
        .contains(SampleArticles.SEED_ID);
    assertThat(server.get("/search.csv?q=airship").body()).doesNotContain(SampleArticles.SEED_ID);
  }

  @Test
  void archiveWithoutVectorsOffersNoOtherWayAndSaysWhatIsMissing() throws Exception {
    try (TestServer plain = TestServer.over(SampleArticles.all())) {
      assertThat(plain.get("/search?q=tide").body()).doesNotContain("Words and meaning");
      String asked = plain.get("/search?q=tide&mode=hybrid").body();
      assertThat(asked).contains("This index has no vectors for search by meaning");
    }
  }

  @Test
  void anotherModeIsRefused() throws Exception {
    HttpResponse<String> answer = server.get("/search.json?q=tide&mode=magic");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("mode takes lexical or hybrid");
  }
}
