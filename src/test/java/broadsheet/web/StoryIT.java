package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.Thorough;
import broadsheet.article.Article;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of an article's page and of the comparison of two, read as HTML and JSON. */
@Smoke
@SuppressWarnings("NullAway.Init")
class StoryIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  private static Document page(String path) throws Exception {
    return page(server, path);
  }

  private static Document page(TestServer asked, String path) throws Exception {
    HttpResponse<String> answer = asked.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body(), asked.address("/"));
  }

  @Test
  void matchesAreNumberedInTheOrderOfThePage() throws Exception {
    Document page =
        page(
            "/article/harbour-1?q=harbour+OR+grain+OR+ellery+OR+amsel+OR+barges+OR+source:lantern");
    List<String> ids = page.select("mark").eachAttr("id");
    assertThat(ids)
        .hasSizeGreaterThan(7)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, ids.size()).mapToObj(number -> "hit-" + number).toList());
    assertThat(page.select("#hit-1").text()).isEqualTo("Lantern");
    assertThat(page.select(".hit-bar [role=status]").text()).isEqualTo(ids.size() + " matches");
    assertThat(page.select(".hit-bar a").eachAttr("href"))
        .containsExactly("#hit-1", "#hit-" + ids.size());
    assertThat(server.get("/article/harbour-1.json?q=harbour").body())
        .contains("<mark>Harbour</mark>")
        .doesNotContain("hit-1");
  }

  @Test
  void aHitLeadsToTheFirstMatchInItAndToSimilarArticles() throws Exception {
    Document page = page("/search?q=pier&source=The+Evening+Lantern");
    String address = "/article/harbour-1?q=pier&source=The+Evening+Lantern";
    assertThat(page.select(".hit h2 a").eachAttr("href")).containsExactly(address + "#hit-1");
    assertThat(page.select(".hit .similar a").eachAttr("href"))
        .containsExactly(
            address + "#similar-articles",
            "/article/harbour-1/why?q=pier&source=The+Evening+Lantern");
    assertThat(page(address).select("#hit-1, #similar-articles")).hasSize(2);
    assertThat(page("/search?size=1").select(".hit h2 a").attr("href")).doesNotContain("#");
  }

  @Test
  void whereNothingMatchesThatIsSaid() throws Exception {
    Document page = page("/article/harbour-1?q=balloon");
    assertThat(page.select(".hit-bar")).isEmpty();
    assertThat(page.select(".reading-column > .took").text())
        .isEqualTo("Nothing in this article matches balloon.");
    assertThat(page("/article/harbour-1").select(".hit-bar, .reading-column > .took")).isEmpty();
  }

  @Test
  void reprintsAreListedWithWhatDiffers() throws Exception {
    Document page = page("/article/clock-1?q=clock");
    assertThat(page.select(".reprints li").text())
        .isEqualTo(
            "Clock of St Maud’s tower to strike at noon Fell Courier · 3 October 1999 · 8 words"
                + " more, 1 changed; different headline; different date · Compare with Clock of St"
                + " Maud’s tower to strike at noon");
    assertThat(page.select(".reprints a").eachAttr("href"))
        .containsExactly("/article/clock-2?q=clock", "/article/clock-1/compare/clock-2?q=clock");
    assertThat(server.json("/article/clock-2.json").path("reprints").path(0).path("difference"))
        .hasToString("{\"more\":0,\"fewer\":8,\"changed\":1,\"isSame\":false,\"isExact\":true}");
  }

  @Test
  void similarArticlesAreListedWithTheWordsTheyShare() throws Exception {
    Document page = page("/article/bulletin-3?q=tide");
    assertThat(page.select("#similar-articles").text()).isEqualTo("Similar articles");
    assertThat(page.select("aside:has(#similar-articles) li")).hasSizeLessThanOrEqualTo(5);
    JsonNode similar = server.json("/article/bulletin-3.json").path("similar");
    assertThat(similar.isArray()).isTrue();
    assertThat(similar).hasSameSizeAs(page.select("aside:has(#similar-articles) li"));
    assertThat(page("/article/arabic-1").select("aside:has(#similar-articles)").text())
        .contains("No other article shares enough");
  }

  @Test
  void articleIsCitedInThreeForms() throws Exception {
    Document page = page("/article/harbour-1");
    assertThat(page.select("details.cite .citation").text())
        .isEqualTo(
            "Ruth Amsel, Piet van Doorn: “Harbour board votes to reopen the old grain pier”. The"
                + " Evening Lantern, Harbour, 26 February 1987, 15:01."
                + " https://lantern.example/1987/02/26/grain-pier");
    assertThat(page.select(".cite a").eachAttr("href"))
        .containsExactly("/article/harbour-1.bib", "/article/harbour-1.ris");
    assertThat(page("/article/" + SampleArticles.SEED_ID).select(".citation").text())
        .endsWith("discussions in China”. undated. In this archive: " + SampleArticles.SEED_ID);
  }

  @Test
  void originalIsLinkedWhereItIsOnTheWebAndToldWhereNot() throws Exception {
    Document page = page("/article/clock-1");
    assertThat(page.select("a.original").attr("href")).isEqualTo("https://crier.example/clock");
    assertThat(page.select("a.original").attr("rel")).isEqualTo("noopener noreferrer");
    assertThat(page("/article/hostile-1").select("a.original")).isEmpty();
    assertThat(page("/article/hostile-1").select("a[href^=javascript]")).isEmpty();
  }

  @Test
  void languageAndDirectionAreTheArticles() throws Exception {
    Document arabic = page("/article/arabic-1");
    assertThat(arabic.select(".story").attr("lang")).isEqualTo("ar");
    assertThat(arabic.select(".story h1, .text p").eachAttr("dir")).containsOnly("rtl");
    assertThat(page("/article/hebrew-1").select(".text p").eachAttr("dir")).containsOnly("rtl");
    assertThat(page("/article/japanese-1").select(".text p").eachAttr("dir")).containsOnly("auto");
    assertThat(page("/article/hostile-1").select(".story").attr("lang")).isEmpty();
    assertThat(page("/article/hostile-1").select(".story[lang]")).hasSize(1);
  }

  @Test
  void twoVersionsAreSideBySide() throws Exception {
    Document page = page("/article/clock-1/compare/clock-2?q=clock");
    assertThat(page.select(".version del").eachText()).containsExactly("strikes again", "two");
    assertThat(page.select(".version ins").eachText())
        .containsExactly("to strike at noon", "three", "Who lives beside it may ask for shutters.");
    assertThat(page.select("[id^=hit-]").eachAttr("id")).containsExactly("hit-1", "hit-2", "hit-3");
    assertThat(page.select(".versions > .took").text()).contains("8 words more, 1 changed");
    assertThat(page.select(".version-head a, .back a, .took a").eachAttr("href"))
        .containsExactlyInAnyOrder(
            "/article/clock-1?q=clock", "/article/clock-1?q=clock", "/article/clock-2?q=clock");
  }

  @Test
  void versionsStandInOrderOfTime() throws Exception {
    Document page = page("/article/clock-2/compare/clock-1");
    assertThat(page.select(".version-head b").eachText()).containsExactly("Earlier", "Later");
    assertThat(page.select(".version-head a").eachAttr("href"))
        .containsExactly("/article/clock-1", "/article/clock-2");
    assertThat(server.json("/article/clock-2/compare/clock-1.json"))
        .isEqualTo(server.json("/article/clock-1/compare/clock-2.json"));
  }

  @Test
  void versionsWhoseDatesDoNotTellStandAsAskedFor() throws Exception {
    Document page = page("/article/clock-1/compare/clock-1");
    assertThat(page.select(".version-head b").eachText())
        .containsExactly("First version", "Second version");
    assertThat(page.select(".took a").eachAttr("href"))
        .containsExactly("/article/clock-1/compare/clock-1");
  }

  @Test
  void comparisonHasADataTwin() throws Exception {
    JsonNode view = server.json("/article/clock-1/compare/clock-2.json");
    assertThat(view.path("first").path("id").asText()).isEqualTo("clock-1");
    assertThat(view.path("second").path("publishedAt").asText()).isEqualTo("1999-10-03");
    assertThat(view.path("difference").path("more").asInt()).isEqualTo(8);
    assertThat(view.path("title").path(0).path("second").path(1))
        .hasToString("{\"text\":\"to strike at noon\",\"isDifferent\":true}");
    assertThat(view.path("rows")).hasSize(4);
    assertThat(view.path("rows").path(0).fieldNames())
        .toIterable()
        .containsExactly("first", "second");
  }

  @Test
  void anArticleComparedWithItselfIsTheSame() throws Exception {
    Document page = page("/article/clock-1/compare/clock-1");
    assertThat(page.select(".version del, .version ins, .hit-bar")).isEmpty();
    assertThat(page.select(".versions > .took").text()).contains("the same text");
  }

  @Test
  void markupInVersionsIsText() throws Exception {
    Document page = page("/article/harbour-1/compare/hostile-1");
    assertThat(page.select(".versions script, .versions img")).isEmpty();
    assertThat(page.select(".version-title del").text()).contains(SampleArticles.SCRIPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/article/none/compare/clock-1", "/article/clock-1/compare/none"})
  void unknownVersionIsAProblem(String path) throws Exception {
    HttpResponse<String> page = server.get(path);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("no article “none”");
    HttpResponse<String> data = server.get(path + ".json");
    assertThat(data.statusCode()).isEqualTo(404);
    assertThat(data.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static final String BOX =
      "Sign up for our free newsletter today. Our editors choose ten stories for you each week.";

  /** Three articles of one newspaper, alike only in the box, which the last has in a paragraph. */
  private static List<Article> boxed() {
    List<String> stories =
        List.of(
            "Harbour masters counted thirty sloops, seventeen barges, eleven tugboats, several"
                + " dredgers, modern trawlers, ancient schooners, wooden rafts, painted canoes.",
            "Orchard growers picked ripened apples, golden pears, purple plums, early cherries,"
                + " walnuts, medlars, quinces, chestnuts, hazelnuts, bitter damsons.",
            "Museum curators restored Flemish portraits, marble statues, silver goblets,"
                + " embroidered tapestries, medieval armour, leather saddles, bronze medals,"
                + " porcelain.");
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                Article.withId("box-" + i)
                    .source("Tidal Post")
                    .language("en")
                    .paragraphs(
                        i < 2
                            ? List.of(stories.get(i), BOX, "End.")
                            : List.of(stories.get(i) + " " + BOX + " Visitors liked everything."))
                    .build())
        .toList();
  }

  @Test
  void whatItsSourceRepeatsIsFolded() throws Exception {
    try (TestServer folding = TestServer.over(boxed())) {
      Document page = page(folding, "/article/box-0");
      Element box = page.select(".text > details.furniture").getFirst();
      assertThat(box.select("summary").text()).isEqualTo("Repeated in 3 articles of Tidal Post");
      assertThat(box.select("p").eachText()).startsWith(BOX);
      assertThat(box.hasAttr("open")).isFalse();
      assertThat(page.select(".text > p")).hasSize(2);
      Document found = page(folding, box.select("a").attr("href"));
      assertThat(found.select(".hit")).hasSize(3);
      assertThat(page(folding, "/article/box-0?q=furniture:editors").select("details[open] mark"))
          .hasSize(1);
      Element within = page(folding, "/article/box-2").select(".text > .paragraph").getFirst();
      assertThat(within.select("details").text()).startsWith("Repeated in 3").contains(BOX);
      assertThat(within.ownText()).endsWith("porcelain. Visitors liked everything.");
      JsonNode furniture =
          JSON.readTree(folding.get("/article/box-2.json").body()).path("furniture").path(0);
      assertThat(furniture.path("text").asText()).isEqualTo(BOX);
      assertThat(furniture.path("articles").asInt()).isEqualTo(3);
      Document compared = page(folding, "/article/box-0/compare/box-2");
      assertThat(compared.select(".version").text()).doesNotContain("newsletter");
      assertThat(compared.select(".note").text()).contains("left out");
    }
  }

  @Test
  void whereTimeRanOutTheArticleIsWholeAndSaysSo() throws Exception {
    try (TestServer hurried = TestServer.over(SampleArticles.all(), Duration.ofNanos(1))) {
      Document page = page(hurried, "/article/clock-1?q=clock");
      assertThat(page.select(".note").text()).contains("Stopped after", "marked");
      assertThat(page.select("mark, .hit-bar")).isEmpty();
      assertThat(page.select(".text p")).hasSize(3);
      assertThat(page.select(".reprints li").text()).doesNotContain("words more");
      assertThat(page.select("aside:has(#similar-articles)").text())
          .contains("ran out of time, so some may be missing");
      JsonNode view = JSON.readTree(hurried.get("/article/clock-1.json?q=clock").body());
      assertThat(view.path("query").path("notes")).isNotEmpty();
      assertThat(view.path("similarNote").asText()).contains("ran out of time");
      assertThat(view.path("reprints").path(0).path("difference").isNull()).isTrue();
    }
  }

  @Thorough
  @Test
  void longVersionsThatHaveLittleInCommonAreStillCompared() throws Exception {
    Article one = Article.withId("one").paragraphs(List.of("one two ".repeat(60_000))).build();
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < 120_000; i++) {
      other.append(Integer.toString(i * 7919, 36)).append(' ');
    }
    Article two = Article.withId("two").paragraphs(List.of(other.toString())).build();
    try (TestServer large = TestServer.over(List.of(one, two))) {
      Document page = page(large, "/article/one/compare/two?part=all");
      assertThat(page.select(".note").text()).contains("too different");
      assertThat(page.select(".version del")).hasSize(1);
    }
  }
}
