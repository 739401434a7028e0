package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Examples are of frequent names and topics, and each finds something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {

  private static final String EXAMPLES = ".examples a, .tries a";

  @AutoClose private TestServer server;

  private static Article story(int day, List<String> people, List<String> topics) {
    return Article.withId("story-" + day)
        .title("Quill and the harbour")
        .paragraphs(
            List.of(
                "Ada Quill spoke of the harbour. Tom Reed had left before Quill spoke to Reed."))
        .people(people)
        .topics(topics)
        .publishedAt(PublicationDate.stated("1990-05-1" + day))
        .build();
  }

  @BeforeAll
  void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int day = 1; day < 7; day++) {
      articles.add(story(day, List.of("Ada Quill", "Tom Reed"), List.of("gbr", "harbour")));
    }
    articles.add(
        Article.withId("newest")
            .title("Suffix test mandatory flatulence")
            .publishedAt(PublicationDate.stated("2026-05-01"))
            .build());
    server = TestServer.over(articles);
  }

  private static List<String> queries(Document page) {
    return page.select(EXAMPLES).eachText();
  }

  @Test
  void examplesAreOfFrequentNamesAndTopics() throws Exception {
    assertThat(queries(server.page("/")))
        .contains("quill reed", "\"ada quill\"", "title:quill", "date:2026")
        .noneMatch(query -> query.contains("suffix") || query.contains("mandatory"));
    assertThat(queries(server.page("/help"))).contains("quill w/s reed");
    assertThat(server.page("/trends").select("a[href*=quill]").text()).contains("quill and reed");
  }

  @Test
  void eachExampleFindsSomething() throws Exception {
    for (String path : List.of("/", "/help")) {
      for (Element example : server.page(path).select(EXAMPLES)) {
        assertThat(server.page(example.attr("href")).select(".hit"))
            .as(example.text())
            .isNotEmpty();
      }
    }
  }
}
