package broadsheet.web;

import static broadsheet.web.NamedStories.MENTIONING;
import static broadsheet.web.NamedStories.VOLCKER;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  void namesInAnArticleLeadToTheirPages() throws Exception {
    Document plain = server.page("/article/rates-3");
    List<Element> names = plain.select(".text a.name[href=" + VOLCKER + "]");
    assertThat(names).extracting(Element::text).contains("Paul Volcker");
    assertThat(server.page(names.getFirst().attr("href")).select("h1").text())
        .isEqualTo("Paul Volcker");
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
