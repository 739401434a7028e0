package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The people among those that a page names as its authors. */
class PageAuthorsTest {
  private static final String HOUSE = Pages.meta("og:site_name", "The Lakeport Mail");

  @TempDir Path folder;

  private List<String> authors(String head, String byline) {
    String body = "<article><h1>New bridge opens</h1>" + byline + Pages.paragraphs() + "</article>";
    return Reading.of(folder, "page.html", Pages.page(HOUSE + head, body)).only().authors();
  }

  private static String article(String authors) {
    return Pages.jsonLd(
        "{\"@type\": \"NewsArticle\", \"publisher\": {\"name\": \"Lakeport Media\"}, \"author\": "
            + authors
            + "}");
  }

  @Test
  void outletAndPublisherAreNotAuthors() {
    assertThat(authors(article("{\"name\": \"Lakeport Media\"}"), "")).isEmpty();
    assertThat(authors(article("\"Lakeport Mail\""), "")).isEmpty();
    assertThat(authors(article("\"Lakeport Mail\"") + Pages.meta("author", "Ada Rivers"), ""))
        .containsExactly("Ada Rivers");
  }

  @Test
  void labelOfAFieldIsNoByline() {
    assertThat(authors("", "<p>Text Delete Search</p>")).isEmpty();
    assertThat(authors("", "<p>Text: Ada Rivers</p>")).containsExactly("Ada Rivers");
  }

  @Test
  void agencyBesideAPersonStays() {
    assertThat(authors(article("[{\"name\": \"Ada Rivers\"}, {\"name\": \"AP\"}]"), ""))
        .containsExactly("Ada Rivers", "AP");
  }

  @Test
  void nameMayBeInParts() {
    assertThat(
            authors(
                article(
                    "[{\"givenName\": \"Ada\", \"familyName\": \"Rivers\"}, {\"givenName\":"
                        + " \"Tom\", \"familyName\": \"Field\"}]"),
                ""))
        .containsExactly("Ada Rivers", "Tom Field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dc:creator", "cXenseParse:author", "Article_Author", "shop.author"})
  void metaElementsOfOtherSpellingsCount(String name) {
    assertThat(authors("<meta name=\"" + name + "\" content=\"Ada Rivers\">", ""))
        .containsExactly("Ada Rivers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=\"autorenzeile\">Von Ada Rivers</p>",
        "<p class=\"author-name\">Ada Rivers Email Bio Follow</p>",
        "<p>Von Ada Rivers</p>",
        "<p>Par Ada Rivers</p>",
        "<p><a rel=author href=\"/ada\">Alle Beiträge von Ada Rivers</a></p>",
        "<span class=\"vcard\">Ada Rivers</span>",
      })
  void printedBylineIsFound(String byline) {
    assertThat(authors("", byline)).containsExactly("Ada Rivers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=\"author\">View author archive</p>",
        "<p class=\"author\">Follow</p>",
        "<p class=\"author-links\">Twitter</p>",
        "<p class=\"author\">Veröffentlicht am Montag</p>",
        "<p class=\"sort-by\">Relevance Title</p>",
        "<p class=\"author\">all about this author</p>",
      })
  void furnitureIsNobody(String byline) {
    assertThat(authors("", byline)).isEmpty();
  }
}
