package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why an article is a result, read as HTML and JSON. */
@Smoke
@SuppressWarnings("NullAway.Init")
class WhyIT {
  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  @Test
  void hitAndArticleLeadThere() throws Exception {
    String why = "/article/harbour-1/why?q=grain+pier&from=1987-01-01";
    assertThat(
            server
                .page("/search?q=grain+pier&from=1987-01-01")
                .select("a:contains(Why this result)")
                .eachAttr("href"))
        .contains(why);
    assertThat(
            server
                .page("/article/harbour-1?q=grain+pier&from=1987-01-01")
                .select("a:contains(Why this result)")
                .eachAttr("href"))
        .containsExactly(why);
    assertThat(server.page("/article/harbour-1").select("a:contains(Why this result)")).isEmpty();
    assertThat(server.page("/search").select("a:contains(Why this result)")).isEmpty();
  }

  @Test
  void pageSaysItInWordsFirstAndHasTheNumbers() throws Exception {
    Document page = server.page("/article/harbour-1/why?q=grain+pier");
    assertThat(page.select("h1").text()).isEqualTo("Why this result");
    assertThat(page.select(".why").text()).contains("It matches, and is number 1 by relevance.");
    assertThat(page.select(".reasons h2").eachText())
        .containsExactly("grain", "pier", "grain … pier");
    assertThat(page.expectFirst(".reasons .words").text())
        .isEqualTo("In the title once and in the body once. 1 of 35 articles has it: not rare.");
    int sum =
        page.select(".percent").eachText().stream()
            .mapToInt(percent -> Integer.parseInt(percent.replace("%", "")))
            .sum();
    assertThat(sum).isEqualTo(100);
    assertThat(page.select("svg.share")).hasSameSizeAs(page.select(".percent"));
    assertThat(page.expectFirst("details .numbers li").text()).contains("score, sum of:");
    assertThat(page.select(".back a").attr("href")).isEqualTo("/search?q=grain+pier");
    assertThat(page.select(".why-article a").attr("href"))
        .isEqualTo("/article/harbour-1?q=grain+pier");
  }

  @Test
  void jsonTellsTheSame() throws Exception {
    JsonNode why = server.json("/article/harbour-1/why.json?q=grain+pier");
    assertThat(why.path("isHit").asBoolean()).isTrue();
    assertThat(why.path("fit").asText()).isEqualTo("whole");
    assertThat(why.path("rank").asInt()).isEqualTo(1);
    assertThat(why.at("/units/1/places/title").asInt()).isEqualTo(1);
    assertThat(why.at("/units/1/articles").asInt()).isPositive();
    assertThat(why.at("/pairs/0/times").asInt()).isPositive();
    double shares = 0;
    for (JsonNode unit : why.path("units")) {
      shares += unit.path("share").asDouble();
    }
    for (JsonNode pair : why.path("pairs")) {
      shares += pair.path("share").asDouble();
    }
    assertThat(shares).isCloseTo(1, within(1e-6));
    JsonNode hit = server.json("/search.json?q=grain+pier").at("/hits/0");
    assertThat(why.path("score").asDouble()).isCloseTo(hit.path("score").asDouble(), within(0.001));
    assertThat(why.at("/numbers/value").asDouble()).isEqualTo(why.path("score").asDouble());
  }

  @Test
  void whatIsNoResultIsToldWhatItLacks() throws Exception {
    Document page = server.page("/article/harbour-1/why?q=grain+AND+balloon+-barge&source=Nobody");
    assertThat(page.select("h1").text()).isEqualTo("Why this is not a result");
    assertThat(page.select(".why").text())
        .contains(
            "Not a result: balloon is missing, barge is in it but was excluded and"
                + " source: \"Nobody\" does not match.");
    assertThat(page.select(".percent").eachText()).containsExactly("missing", "missing", "missing");
    assertThat(page.select("details")).isEmpty();
  }

  @Test
  void nearnessInMeaningIsTold() throws Exception {
    Document page =
        server.page("/article/" + SampleArticles.SEED_ID + "/why?q=airship&mode=hybrid");
    assertThat(page.select(".why").text())
        .contains("its meaning is close, and is number 1 by relevance")
        .contains("Its closest passage: “");
  }

  @Test
  void whateverAnArticleHoldsIsText() throws Exception {
    String page = server.get("/article/hostile-1/why?q=script+%3Cscript%3E").body();
    assertThat(page).doesNotContain("<script>document");
    assertThat(Jsoup.parse(page).select("main script, main img")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/article/nobody/why?q=tide", "/article/nobody/why.json?q=tide"})
  void unknownArticleIsNotFound(String path) throws Exception {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }
}
