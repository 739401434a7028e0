package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedPlace;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in an article lead to their pages, beside the marks of a query. */
class NumberedArticleTest {

  private static final Article STORY =
      Article.withId("story")
          .title("Ada Quill leaves")
          .standfirst("Quill's last day")
          .dateline("PORT ELLERY, Feb 26 -")
          .paragraphs(List.of("The chair, Ada Quill, left.", "Mrs. Quill thanked Port Ellery."))
          .captions(List.of("A pier.", "Quill at sea"))
          .language("en")
          .build();

  private static final Name CHAIR = new Name(NameKind.PERSON, "Ada Quill");
  private static final Name PORT = new Name(NameKind.PLACE, "Port Ellery");

  @TempDir private Path folder;

  private static Stream<NamedPlace> places(Name name, String pattern) {
    return Stream.of(NamedPart.values())
        .flatMap(
            part ->
                Pattern.compile(pattern)
                    .matcher(part.of(STORY))
                    .results()
                    .map((MatchResult m) -> new NamedPlace(part, m.start(), m.end(), name)));
  }

  private NumberedArticle numbered(String query) {
    try (LuceneSearchEngine engine = TestIndex.engine(folder.resolve("index"), STORY)) {
      MarkedArticle marked =
          engine
              .find("story", QueryParser.parse(query, LocalDate.of(2026, 1, 15)).root())
              .orElseThrow();
      List<NamedPlace> names =
          Stream.concat(places(PORT, "(?i)Port Ellery"), places(CHAIR, "(Ada )?Quill")).toList();
      return NumberedArticle.of(marked, NameLinks.of(names));
    }
  }

  private static List<Element> links(String html) {
    return Jsoup.parseBodyFragment(html).select("a.name[href]");
  }

  @Test
  void namesInEachPartLeadToTheirPages() {
    NumberedArticle article = numbered("pier");
    String chair = "<a class=\"name\" href=\"/name/person/Ada%20Quill\">";
    assertThat(article.titleHtml()).isEqualTo(chair + "Ada Quill</a> leaves");
    assertThat(article.standfirstHtml()).isEqualTo(chair + "Quill</a>&#39;s last day");
    assertThat(article.datelineHtml())
        .isEqualTo(
            "<a class=\"name\" href=\"/name/place/Port%20Ellery\">PORT ELLERY</a>, Feb 26 -");
    assertThat(article.paragraphsHtml())
        .containsExactly(
            "The chair, " + chair + "Ada Quill</a>, left.",
            "Mrs. "
                + chair
                + "Quill</a> thanked <a class=\"name\" href=\"/name/place/Port%20Ellery\">Port"
                + " Ellery</a>.");
    assertThat(article.captionsHtml())
        .containsExactly("A <mark id=\"hit-1\">pier</mark>.", chair + "Quill</a> at sea");
  }

  @Test
  void eachNameIsListedOnceByItsFirstMention() {
    List<NamedPlace> names =
        Stream.concat(places(PORT, "Port Ellery"), places(CHAIR, "Quill")).toList();
    assertThat(NameLinks.of(names).names()).containsExactly(CHAIR, PORT);
  }

  @Test
  void marksAndNamesNest() {
    String inside = numbered("quill").paragraphsHtml().getFirst();
    assertThat(links(inside)).hasSize(1);
    assertThat(inside).contains("Ada <mark id=\"hit-3\">Quill</mark></a>");
    String around = numbered("\"the chair, ada quill, left\"").paragraphsHtml().getFirst();
    assertThat(around).startsWith("<mark id=\"hit-1\">The chair, <a ").endsWith("left</mark>.");
    String across = numbered("\"quill, left\"").paragraphsHtml().getFirst();
    assertThat(links(across)).extracting(Element::text).containsExactly("Ada", "Quill");
    assertThat(Jsoup.parseBodyFragment(across).select("mark").eachText())
        .containsExactly("Quill, left");
  }
}
