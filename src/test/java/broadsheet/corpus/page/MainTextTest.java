package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that no name marks, and what stands above and below them. */
class MainTextTest {
  private static final String THIRD =
      "The ferry made its last trip on Sunday night, and was sold to the museum of the town for a"
          + " single coin, as the council had decided in spring.";

  private static final String COMMENT =
      "My mother took that ferry to school each day, and I would not have sold it to anybody, least"
          + " of all for a coin, whatever the council says.";

  @TempDir Path folder;

  private Article read(String head, String body) {
    return Reading.of(folder, "page.html", Pages.page(head, body)).only();
  }

  private static String p(String... texts) {
    return Stream.of(texts).map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<li><a href=\"/n" + i + "\">One of many sections</a>, which is full of news.</li>")
        .collect(Collectors.joining("<ul>", "", "</ul>"));
  }

  @Test
  void formAroundThePageHidesNoText() {
    String page =
        "<form action=\"page.aspx\"><div><h1>New bridge opens</h1><div>"
            + p(Pages.FIRST, Pages.SECOND, THIRD, COMMENT)
            + "</div></div>"
            + links(9)
            + "</form>";
    assertThat(read("", page).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, COMMENT);
  }

  @Test
  void pageOnWhichReadabilityFailsIsRead() {
    String table =
        "<table class=\"content\"><tr><td>The new bridge opens with the mayor, a choir and some"
            + " rain</td><td><img src=a.png></td><td><img src=b.png></td></tr></table>";
    String page = table + THIRD + ' ' + String.join(" ", Pages.FIRST, Pages.SECOND, COMMENT, THIRD);
    assertThat(read("", page).paragraphs().getLast()).contains(Pages.SECOND);
  }

  @Test
  void subheadingKeepsItsPlaceWhateverItsName() {
    String text =
        p(Pages.FIRST, COMMENT)
            + "<h2 class=\"header-anchor\">The last ferry</h2>"
            + p(Pages.SECOND, THIRD);
    String page = links(9) + "<div><h1>New bridge opens</h1><div>" + text + "</div></div>";
    assertThat(read("", page).paragraphs())
        .containsExactly(Pages.FIRST, COMMENT, "The last ferry", Pages.SECOND, THIRD);
  }

  @Test
  void commentsBelowTheTextAreLeftOut() {
    String page =
        "<h1>New bridge opens</h1><div>"
            + p(Pages.FIRST, Pages.SECOND, THIRD, Pages.SECOND)
            + "<p>Comments are now closed for this story</p>"
            + ("<div class=\"reply\">" + p(COMMENT) + "</div>").repeat(5)
            + "</div>";
    assertThat(read("", page).paragraphs()).doesNotContain(COMMENT).contains(THIRD);
  }

  @Test
  void aParagraphThatAReaderQuotesStaysInTheText() {
    String page =
        "<h1>New bridge opens</h1><div>"
            + p(Pages.FIRST, Pages.SECOND, THIRD, Pages.SECOND)
            + "<p>Comments are now closed for this story</p>"
            + ("<div class=\"reply\">" + p(THIRD) + p(COMMENT) + "</div>").repeat(5)
            + "</div>";
    assertThat(read("", page).paragraphs()).contains(THIRD).doesNotContain(COMMENT);
  }

  @Test
  void labelOfCommentsBetweenPartsOfTheTextCutsNothing() {
    String page =
        "<h1>New bridge opens</h1><div>"
            + p(Pages.FIRST, Pages.SECOND, THIRD, COMMENT)
            + "<div>12 comments</div>"
            + p(Pages.SECOND, THIRD)
            + "</div>";
    assertThat(read("", page).paragraphs()).hasSize(6).endsWith(Pages.SECOND, THIRD);
  }

  @Test
  void wordCommentsWithinAShortTextCutsNothing() {
    String page = "<h1>New bridge opens</h1><p>Comments (3)</p>" + p(Pages.FIRST, THIRD);
    assertThat(read("", page).paragraphs()).containsExactly(Pages.FIRST, THIRD);
  }

  @Test
  void leadBetweenHeadlineAndBodyIsText() {
    String page =
        "<header><h1>New bridge opens</h1><div class=\"intro\">"
            + p(Pages.FIRST)
            + "</div><p>By Ada Rivers</p></header><div class=\"article-body\">"
            + p(Pages.SECOND, THIRD)
            + "</div>";
    assertThat(read("", page).paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND, THIRD);
    Article described = read(Pages.meta("og:description", Pages.FIRST), page);
    assertThat(described.standfirst()).isEqualTo(Pages.FIRST);
    assertThat(described.paragraphs()).containsExactly(Pages.SECOND, THIRD);
  }

  @Test
  void subheadingWithAButtonIsNoCall() {
    String heading = "<h2>The last ferry <div><button>Copy</button> §</div></h2>";
    String page =
        "<h1>New bridge opens</h1><div class=\"article-body\">"
            + p(Pages.FIRST)
            + heading
            + p(Pages.SECOND, THIRD, COMMENT)
            + "</div>";
    assertThat(read("", page).paragraphs()).contains("The last ferry");
  }

  @Test
  void partsThatAServerStreamsAreReadInTheirPlaces() {
    String page =
        "<h1>New bridge opens</h1><div class=\"article-body\">"
            + p(Pages.FIRST)
            + "<!--$?--><template id=\"B:0\"></template><p>Loading paragraph, please"
            + " wait.</p><!--/$-->"
            + p(THIRD)
            + "</div>"
            + "<div hidden id=\"S:1\">"
            + p(Pages.SECOND)
            + "</div>"
            + "<script>$RC(\"B:0\",\"S:1\")</script>";
    assertThat(read("", page).paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND, THIRD);
  }

  @Test
  void signatureUnderAnotherStylingDoesNotCutOffTheText() {
    String end = "<div class=\"rest\">" + p(Pages.SECOND, THIRD) + "</div>";
    String page =
        "<h1>New bridge opens</h1><div class=\"article-body\">"
            + p(Pages.FIRST, Pages.SECOND, THIRD, COMMENT)
            + end
            + "<p>(Reporting by Ada Rivers)</p><p>© The Mail</p><p>This may not be published or"
            + " sold.</p></div>";
    assertThat(read("", page).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, COMMENT, Pages.SECOND, THIRD);
  }

  @Test
  void postsOfALiveBlogWithoutJsonLdAreItsBody() {
    String post =
        "<article class=\"post\"><p class=\"time\">%d:12</p><h2>%s</h2><p>By Ada"
            + " Rivers</p>%s</article>";
    String page =
        "<h1>New bridge opens</h1><div class=\"article-body\">"
            + p(COMMENT)
            + "</div><div class=\"posts\">"
            + post.formatted(12, "The ferry", p(Pages.FIRST))
            + post.formatted(11, "The rail", p(Pages.SECOND))
            + post.formatted(10, "The rain", p(THIRD))
            + "</div>";
    assertThat(read("", page).paragraphs())
        .contains("The ferry", Pages.FIRST, "The rail", Pages.SECOND, "The rain", THIRD);
  }
}
