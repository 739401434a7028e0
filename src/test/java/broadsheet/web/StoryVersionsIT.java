package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages that readers see of a story with several versions. */
class StoryVersionsIT {

  @AutoClose private TestServer server;

  private static Article version(String number, String text) {
    return Article.withId("ferry")
        .title("Ferry runs aground")
        .paragraphs(List.of(text))
        .publishedAt(PublicationDate.stated("2026-03-0" + number))
        .items(List.of(ItemVersion.of("", "urn:example:ferry", number)))
        .build();
  }

  @BeforeEach
  void start() throws Exception {
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    articles.add(version("1", "The quayferry ran aground with nine aboard."));
    articles.add(version("2", "The quayferry ran aground with seven aboard."));
    articles.add(version("3", "The quayferry ran aground with eight aboard."));
    for (String number : List.of("9", "10", "11")) { // dates that do not fit
      articles.add(
          Article.withId("tug-" + number)
              .title("Tug adrift")
              .paragraphs(List.of("The tug drifts, says report " + number + "."))
              .publishedAt(
                  PublicationDate.stated(
                      number.equals("11") ? "2026" : "2026-04-0" + (11 - Integer.parseInt(number))))
              .items(List.of(ItemVersion.of("", "urn:example:tug", number)))
              .build());
    }
    articles.add(
        Article.withId("ferry-depth")
            .title("Correction: depth of the harbour")
            .correctionOf("ferry")
            .build());
    server = TestServer.over(articles);
  }

  @Test
  void searchFindsTheLatestAndNamesTheNumberOfVersions() throws Exception {
    Document results = server.page("/search?q=quayferry");
    assertThat(results.select(".hit")).hasSize(1);
    assertThat(results.select(".hit .similar a").eachText()).contains("3 versions");
    Document all = server.page("/search?q=quayferry&versions=all");
    assertThat(all.select(".hit")).hasSize(3);
    assertThat(all.select(".hit .similar a").eachText())
        .containsOnlyOnce("3 versions")
        .contains("Earlier version");
    Document none = server.page("/search?q=%22with+seven+aboard%22");
    String earlier = none.select(".folded a").getFirst().attr("href");
    assertThat(server.page(earlier).select(".hit")).hasSize(1);
    assertThat(server.page(earlier).select(".chip").text()).contains("Versions");
    assertThat(server.page("/search?q=quayferry+seven").select(".hit .missing").text())
        .contains("seven");
    assertThat(server.get("/search?q=quayferry&versions=some").statusCode()).isEqualTo(400);
  }

  @Test
  void pointsOfTrendsLinkToTheVersionsThatTheyCount() throws Exception {
    Document trends = server.page("/trends?q=quayferry&versions=all");
    assertThat(trends.select("a[href^=/search?q=quayferry]").eachAttr("href"))
        .isNotEmpty()
        .allMatch(href -> href.contains("versions=all"));
  }

  @Test
  void articleListsItsVersionsAndComparesThem() throws Exception {
    Document latest = server.page("/article/ferry");
    assertThat(latest.select(".story .text").text()).contains("eight aboard");
    assertThat(latest.select(".versions li")).hasSize(3);
    assertThat(latest.select(".versions li").getLast().text()).contains("version 3, the latest");
    String compare = latest.select(".versions .compare").getFirst().absUrl("href");
    assertThat(server.page(compare.replace(server.address(""), "")).text())
        .contains("nine aboard")
        .contains("eight aboard");
    String earlier = latest.select(".versions li a").getFirst().absUrl("href");
    Document first = server.page(earlier.replace(server.address(""), ""));
    assertThat(first.select(".story .text").text()).contains("nine aboard");
    assertThat(first.select(".note a").attr("href")).startsWith("/article/ferry");
    assertThat(server.get("/article/ferry.json").body())
        .contains("\"version\":\"1\"", "\"isLatest\":true");
  }

  @Test
  void anArticleLinksToItsCorrectionAndTheCorrectionBack() throws Exception {
    Document corrected = server.page("/article/ferry");
    String corrections = corrected.select(".story .note a").attr("href");
    assertThat(server.page(corrections).select(".hit h2").eachText())
        .containsExactly("Correction: depth of the harbour");
    Document correction = server.page("/article/ferry-depth");
    assertThat(correction.select(".story .note")).isEmpty();
    String back = correction.select(".keyword[href*=correction_of]").attr("href");
    assertThat(server.page(back).select(".hit h2").eachText())
        .containsExactlyInAnyOrder("Ferry runs aground", "Correction: depth of the harbour");
    assertThat(server.page("/search?q=corrects:ferry").select(".hit")).hasSize(1);
    assertThat(server.page("/search?q=harbour").select(".narrowing h2").eachText())
        .contains("Correction of");
    assertThat(server.get("/article/ferry-depth.json").body())
        .contains("\"correctionOf\":\"ferry\"");
  }

  @Test
  void theReasonsOfAnEarlierVersionSayThatTheSearchFindsTheLatest() throws Exception {
    String earlier = server.page("/article/ferry").select(".versions li a").getFirst().attr("href");
    String why = "/article/" + earlier.substring("/article/".length()) + "/why?q=quayferry";
    assertThat(server.page(why).text()).contains("an earlier version of the article");
    assertThat(server.page(why + "&versions=all").text()).doesNotContain("an earlier version of");
    assertThat(server.page("/article/ferry/why?q=quayferry").text())
        .doesNotContain("an earlier version");
  }

  /** Whatever their dates, and whichever is named first. */
  @Test
  void versionsAreComparedInTheOrderOfTheirNumbers() throws Exception {
    for (String[] pair :
        new String[][] {{"9", "10"}, {"10", "9"}, {"10", "11"}, {"11", "9"}, {"9", "11"}}) {
      String address = "/article/tug-" + pair[0] + "/compare/tug-" + pair[1];
      JsonNode view = new ObjectMapper().readTree(server.get(address + ".json").body());
      boolean isFirst = Integer.parseInt(pair[0]) < Integer.parseInt(pair[1]);
      assertThat(view.at("/first/id").asText()).isEqualTo("tug-" + pair[isFirst ? 0 : 1]);
      assertThat(server.page(address).text()).contains("Earlier", "Later");
    }
    assertThat(server.page("/article/tug-11").select(".versions li").eachText())
        .hasSize(3)
        .satisfies(all -> assertThat(all.get(0)).contains("version 9"))
        .satisfies(all -> assertThat(all.get(2)).contains("version 11, the latest"));
  }
}
