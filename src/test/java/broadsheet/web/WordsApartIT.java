package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The words that set the results of a search apart, on its page and as data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Smoke
class WordsApartIT {

  private static final String ASKED = "&words=distinctive";

  @AutoClose private TestServer server;

  @BeforeAll
  void serve() throws IOException {
    server = TestServer.shared();
  }

  @Test
  void askedForWordsAreShownWithTheirSearches() throws Exception {
    Document before = server.page("/search?q=tide&page=2");
    assertThat(before.select(".words-apart")).isEmpty();
    Element link = before.expectFirst(".to-words a");
    assertThat(link.attr("href")).isEqualTo("/search?q=tide&page=2&words=distinctive#set-apart");
    Document after = server.page(link.attr("href").replaceFirst("#.*", ""));
    assertThat(after.select(".to-words")).isEmpty();
    Element section = after.expectFirst("section#set-apart");
    JsonNode data = server.json("/search.json?q=tide" + ASKED).path("distinctive");
    assertThat(section.select(".words a").eachText())
        .isNotEmpty()
        .isEqualTo(data.path("words").findValuesAsText("text"));
    Element first = section.select(".words a").getFirst();
    JsonNode word = data.path("words").get(0);
    assertThat(first.attr("title"))
        .startsWith("in %s of ".formatted(word.path("within").asText()))
        .contains("in %s of ".formatted(word.path("around").asText()));
    JsonNode narrower = server.json(first.attr("href").replace("/search?", "/search.json?"));
    assertThat(narrower.path("total").path("value").asInt())
        .isBetween(
            word.path("within").asInt(), data.path("read").path("within").path("hits").asInt());
    assertThat(section.select(".basis a").attr("href")).isEqualTo("/search?q=tide&page=2");
  }

  @Test
  void wordsOfTheQueryAreNotAmongThem() throws Exception {
    JsonNode data = server.json("/search.json?q=tide" + ASKED).path("distinctive");
    assertThat(data.path("words").findValuesAsText("text"))
        .isNotEmpty()
        .doesNotContain("tide", "Tide");
    assertThat(data.path("read").path("isComplete").asBoolean()).isTrue();
  }

  @Test
  void withoutAskingNothingIsCounted() throws Exception {
    assertThat(server.json("/search.json?q=tide").has("distinctive")).isFalse();
    assertThat(server.json("/search.json?q=tide&words=none").has("distinctive")).isFalse();
  }

  @Test
  void allArticlesHaveNothingToBeSetApartFrom() throws Exception {
    assertThat(server.page("/search").select(".to-words")).isEmpty();
    assertThat(server.page("/search?q=zzzz").select(".to-words")).isEmpty();
    assertThat(server.page("/search?source=The+Evening+Lantern").select(".to-words")).hasSize(1);
    assertThat(server.page("/search?words=distinctive").expectFirst(".words-apart .basis").text())
        .startsWith("These are all articles of the archive");
  }

  @Test
  void linksToOtherPagesAndSearchesLeaveThemOut() throws Exception {
    Document page = server.page("/search?q=tide" + ASKED);
    assertThat(page.select(".paging a, .sorts a, .share a, .filters a, .values a").eachAttr("href"))
        .isNotEmpty()
        .noneMatch(href -> href.contains("words="));
    assertThat(page.select("header input[name=words]")).isEmpty();
  }

  @Test
  void wrongValueIsRefused() throws Exception {
    assertThat(server.get("/search?q=tide&words=all").statusCode()).isEqualTo(400);
  }
}
