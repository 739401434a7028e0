package broadsheet.web;

import static broadsheet.web.NamedStories.MENTIONING;
import static broadsheet.web.NamedStories.VOLCKER;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Names that were found in articles, on their pages and in the articles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Smoke
class FoundNamesIT {

  @AutoClose private TestServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = NamedStories.server(folder);
  }

  @Test
  void statedAndFoundAreToldApart() throws Exception {
    Document page = server.page(VOLCKER);
    assertThat(page.select(".status").text())
        .contains("9 articles · found in the text of 8 · only stated in metadata of 1")
        .contains("First: Rates to rise 1 February 1987", "Latest: Rates to rise 8 February 1987");
    JsonNode twin = new ObjectMapper().readTree(server.get(VOLCKER + ".json").body());
    assertThat(twin.path("articles").path("found").asInt()).isEqualTo(MENTIONING);
    assertThat(twin.path("articles").path("statedOnly").asInt()).isEqualTo(1);
    assertThat(twin.path("forms").toString()).contains("Paul Volcker");
  }

  @Test
  void theMentionsOfANameAreMarkedOnItsPage() throws Exception {
    Document page = server.page(VOLCKER);
    assertThat(page.select(".hit .snippet mark").eachText())
        .contains("Paul Volcker")
        .allMatch(mark -> mark.endsWith("Volcker"));
    Document article = server.page(page.select(".hit h2 a").getFirst().attr("href"));
    assertThat(article.select("#hit-1").text()).isEqualTo("Paul Volcker");
    assertThat(server.json(VOLCKER + ".json").path("newest").path(0).path("snippetsHtml").path(0))
        .asString()
        .contains("<mark>Paul Volcker</mark>");
  }

  @Test
  void aNameInTheBoxHasACardThatLeadsOn() throws Exception {
    String completed = server.get("/suggest?q=paul+v").body();
    assertThat(completed).contains("\"paul Volcker\"", "\"name\"");
    for (String query : List.of("paul+volcker", "person:%22Paul+Volcker%22")) {
      Document found = server.page("/search?q=" + query);
      assertThat(found.select(".name-card").text())
          .startsWith("Paul Volcker person, ")
          .endsWith("first 1 February 1987 · latest 8 February 1987 · Quotes");
      assertThat(found.select(".name-card a").eachAttr("href"))
          .contains(VOLCKER, VOLCKER + "/quotes")
          .hasSize(4);
    }
  }

  @Test
  void quotesAreHitsThatCanBeKept() throws Exception {
    Document page = server.page(VOLCKER + "/quotes");
    assertThat(page.select(".hit")).hasSize(MENTIONING);
    Element hit = page.select(".hit").getFirst();
    assertThat(hit.select("blockquote").text()).isEqualTo("“We will see this through to the end”");
    assertThat(hit.select(".kicker").text()).isEqualTo("The Tide · 8 February 1987");
    assertThat(hit.select(".star")).hasSize(1);
    assertThat(page.select("#keep [name=quotes]").val()).isEqualTo("person/Paul Volcker");
    HttpRequest star =
        HttpRequest.newBuilder(URI.create(server.address("/lists/put")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString("quotes=person/Paul+Volcker&star=rates-8"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(
              client
                  .send(star, HttpResponse.BodyHandlers.discarding())
                  .headers()
                  .firstValue("Location")
                  .orElse(""))
          .startsWith(VOLCKER + "/quotes?put=")
          .endsWith("#kept-rates-8");
    }
    assertThat(server.page(VOLCKER + "/quotes").select("[name=unstar]").eachAttr("value"))
        .containsExactly("rates-8");
  }

  @Test
  void quotesAreFoundByTheirSubject() throws Exception {
    Document page = server.page(VOLCKER + "/quotes?q=seeing+the+end");
    assertThat(page.select(".hit")).hasSize(MENTIONING);
    assertThat(page.select("form [name=q]#about").val()).isEqualTo("seeing the end");
    Document none = server.page(VOLCKER + "/quotes?q=interest");
    assertThat(none.select(".hit")).as("in the article, but in no quote").isEmpty();
    assertThat(none.select(".nothing")).hasSize(1);
    assertThat(none.select("a[href=" + VOLCKER + "/quotes]")).isNotEmpty();
  }

  @Test
  void namesInAnArticleLeadToTheirPages() throws Exception {
    Document plain = server.page("/article/rates-3");
    List<Element> names = plain.select(".text a.name[href=" + VOLCKER + "]");
    assertThat(names).extracting(Element::text).containsExactly("Paul Volcker");
    assertThat(server.page(names.getFirst().attr("href")).select("h1").text())
        .isEqualTo("Paul Volcker");
    assertThat(plain.select("time[datetime=1987-02-03]")).hasSize(1);
    Document marked = server.page("/article/rates-3?q=%22volcker+said%22+inflation");
    assertThat(marked.select(".text").text()).isEqualTo(plain.select(".text").text());
    assertThat(marked.select(".text mark").eachText()).contains("Volcker, said", "inflation");
    assertThat(marked.select(".text a a, .text mark mark")).isEmpty();
    JsonNode twin = new ObjectMapper().readTree(server.get("/article/rates-3.json").body());
    assertThat(twin.path("names").toString())
        .contains("{\"kind\":\"person\",\"name\":\"Paul Volcker\"}");
    assertThat(twin.path("person")).isEmpty();
  }
}
