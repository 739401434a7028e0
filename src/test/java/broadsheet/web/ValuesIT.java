package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A facet with a long tail. */
class ValuesIT {

  private static final int SOURCES = 243;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < SOURCES; i++) {
      articles.add(
          Article.withId("a" + i)
              .title("Tide " + i)
              .paragraphs(List.of("The tide came, says number " + i + "."))
              .source(i == 99 ? "Écho de Lorient" : "Courier No. " + i)
              .section(i % 2 == 0 ? "Coast" : "Port")
              .build());
    }
    server = TestServer.over(articles);
  }

  @Test
  void valuesOfPartialMatchesAreNotOffered() throws Exception {
    Document results = server.page("/search?q=tide+xqzzyk");
    assertThat(results.select("nav[aria-labelledby=by-source] .values a")).hasSize(20);
    assertThat(results.select(".all-of-facet")).isEmpty();
  }

  @Test
  void everySourceIsReachedFromTheResults() throws Exception {
    Document results = server.page("/search?q=tide&section=Coast");
    assertThat(results.select("nav[aria-labelledby=by-source] .values a")).hasSize(20);
    assertThat(results.select("nav[aria-labelledby=by-section] .all-of-facet")).isEmpty();
    Set<String> filters = new LinkedHashSet<>();
    String next = server.page("/search?q=tide").select(".all-of-facet a").attr("href");
    while (!next.isEmpty()) {
      Document values = server.page(next);
      assertThat(values.select(".took").text()).startsWith(SOURCES + " values");
      filters.addAll(values.select(".values a").eachAttr("href"));
      next = values.select("a[rel=next]").attr("href");
    }
    assertThat(filters).hasSize(SOURCES);
    String rare =
        filters.stream().filter(href -> href.contains("Lorient")).findFirst().orElseThrow();
    assertThat(server.page(rare).select(".hit h2").eachText()).containsExactly("Tide 99");
  }

  @Test
  void fieldFindsValuesWhateverAccentsAndKeepsTheSearch() throws Exception {
    Document values = server.page("/values?facet=source&q=tide&section=Port&find=echo");
    assertThat(values.select(".values .value").eachText()).containsExactly("Écho de Lorient");
    assertThat(values.select("form.one-line input[name=section]").val()).isEqualTo("Port");
    String added = values.select(".values a").attr("href");
    assertThat(added).contains("section=Port", "q=tide", "source=");
    assertThat(server.page("/values?facet=source&q=tide&section=Coast&find=echo").text())
        .contains("0 values");
    String chosen = added.replace("/search?", "/values?facet=source&");
    assertThat(server.page(chosen).select(".values a[aria-current] .value").eachText())
        .containsExactly("Écho de Lorient");
    assertThat(server.page(chosen).select(".took").text()).startsWith("121 values");
  }

  @Test
  void valuesAreOrderedByNameAsWell() throws Exception {
    Document common = server.page("/values?facet=source&q=tide&section=Port");
    Document named = server.page(common.select(".sorts a:not([aria-current])").attr("href"));
    assertThat(named.select(".values .value").eachText())
        .startsWith("Courier No. 1", "Courier No. 101")
        .endsWith("Courier No. 97", "Écho de Lorient");
    assertThat(named.select("form.one-line input[name=order]").val()).isEqualTo("name");
    Document whole = server.page("/values?facet=source&order=name");
    assertThat(server.page(whole.select("a[rel=next]").attr("href")).select(".values").text())
        .endsWith("Écho de Lorient 1");
  }

  @Test
  void programsGetTheSame() throws Exception {
    JsonNode found =
        new ObjectMapper().readTree(server.get("/values.json?facet=source&find=No.+24").body());
    assertThat(found.path("total").asInt()).isEqualTo(4);
    assertThat(found.path("values").findValuesAsText("value"))
        .contains("Courier No. 24", "Courier No. 242");
    for (String wrong : List.of("/values.json?facet=year", "/values?facet=x")) {
      assertThat(server.get(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
