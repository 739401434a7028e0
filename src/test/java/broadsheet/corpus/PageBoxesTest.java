package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes recognized by their content, and text recognized by its place. */
class PageBoxesTest {
  private static final String THIRD =
      "The ferry, which had crossed the river since the days of steam, made its last trip on Sunday"
          + " night, and was sold to the museum of the town for a single coin.";

  private static final String FOURTH =
      "Nobody on board wanted to speak of the end, the captain said afterwards, but all of them had"
          + " come to the rail to look at the new piers as they passed between them.";

  @TempDir Path folder;

  private Article read(String head, String body) {
    String canonical = "<link rel=canonical href=\"https://mail.example/bridge\">";
    return Reading.of(folder, "page.html", Pages.page(canonical + head, body)).only();
  }

  private List<String> paragraphs(String between) {
    String first = "<p class=\"t\">" + Pages.FIRST + "</p>";
    String second = "<p class=\"t\">" + Pages.SECOND + "</p>";
    String text = "<div class=\"story-body\">" + first + between + second + first(THIRD) + "</div>";
    return read("", "<h1>New bridge opens</h1>" + text).paragraphs();
  }

  private static String first(String text) {
    return "<p class=\"t\">" + text + "</p>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a picture and its caption
        "<div class=\"w1\"><img src=a.jpg><p>The bridge as it is seen from the north.</p></div>",
        "<figure><p>A film by the Mail</p><video></video><p>The bridge at night.</p></figure>",
        // a call to do something
        "<div class=\"w1\"><h3>Mornings with the Mail</h3><p>All news by seven, on each day of the"
            + " week.</p><button>Sign up</button></div>",
        "<div class=\"w1\"><p>This map comes from elsewhere.</p><input type=checkbox></div>",
        "<div class=\"w1\"><p>Only for those who pay for it.</p><a class=\"btn big\">Pay</a></div>",
        // a teaser
        "<section><h4><a href=\"/ferry\">Ferry sold to museum</a></h4><p>It will never sail the"
            + " river again, they say.</p></section>",
        // not shown
        "<div class=\"hidden\"><p>You have read all that is free of charge today.</p></div>",
        // a label
        "<div class=\"w1\">Read out by a machine</div>",
      })
  void boxIsKnownByWhatIsInIt(String box) {
    assertThat(paragraphs(box)).containsExactly(Pages.FIRST, Pages.SECOND, THIRD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<figure><table><tr><td>Length 400 m</td></tr></table></figure>",
        "<h3>Length 400 m</h3>",
        "<h3 class=\"w1\"><div>Length 400 m</div></h3>",
        "<h3><a href=\"#length\">Length 400 m</a></h3>",
        "<p class=\"t\"><img src=a.png>Length 400 m</p>",
        "<div class=\"subheadline\">Length 400 m</div>",
        "<blockquote><p>Length 400 m</p></blockquote>",
        "<ul><li>Length 400 m</li></ul>",
        "<p class=\"t\">Length 400 m</p>",
      })
  void whatIsSetAsAPartOfTheTextStays(String part) {
    assertThat(paragraphs(part)).containsExactly(Pages.FIRST, "Length 400 m", Pages.SECOND, THIRD);
  }

  @Test
  void shortLinesOfAPictureStoryStay() {
    String lines = "<div class=\"a\">Rain on the bridge</div>".repeat(3);
    String body = "<h1>New bridge opens</h1><div class=\"story-body\">" + lines + "</div>";
    assertThat(read("", body).paragraphs()).isNotEmpty();
  }

  private static String article(String headline, String... paragraphs) {
    StringBuilder text = new StringBuilder("<article><h1>" + headline + "</h1><div>");
    for (String paragraph : paragraphs) {
      text.append("<p>").append(paragraph).append("</p>");
    }
    return text + "</div></article>";
  }

  @Test
  void articleThatIsAppendedToThePageIsLeftOut() {
    String own = article("New bridge opens", Pages.FIRST, Pages.SECOND);
    String other = article("Ferry sold to museum", THIRD, FOURTH);
    String head = Pages.meta("og:title", "New bridge opens");
    assertThat(read(head, "<main>" + own + other + "</main>").paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(read(head, "<main>" + other + own + "</main>").paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void partsOfOneArticleUnderFirstRankHeadingsStay() {
    String parts =
        "<section><h1>New bridge opens</h1><p>"
            + Pages.FIRST
            + "</p></section><section><h1>The end of the ferry</h1><p>"
            + THIRD
            + "</p><p>"
            + FOURTH
            + "</p></section>";
    assertThat(read(Pages.meta("og:title", "New bridge opens"), parts).paragraphs())
        .contains(Pages.FIRST, THIRD, FOURTH);
  }

  @Test
  void bodyInSiblingBoxesIsWhole() {
    String section = "<div class=\"row\"><div class=\"col\"><p class=\"t\">%s</p></div></div>";
    String pause = "<div class=\"pause\"><div><img src=a.jpg></div></div>";
    String long3 = (THIRD + " ").repeat(4).strip();
    String long4 = (FOURTH + " ").repeat(9).strip();
    String body =
        "<h1>New bridge opens</h1><div><div class=\"x\">"
            + section.formatted(Pages.FIRST)
            + "</div><div class=\"y\"><div><div><div class=\"story-text\">"
            + section.formatted(long4)
            + "</div></div></div></div>"
            + pause
            + "<div class=\"z\"><div>"
            + section.formatted(Pages.SECOND)
            + "<h2>The ferry</h2>"
            + section.formatted(long3)
            + "</div></div></div>";
    assertThat(read("", body).paragraphs())
        .containsExactly(Pages.FIRST, long4, Pages.SECOND, "The ferry", long3);
  }

  @Test
  void continuationEndsWhereAnotherArticleBegins() {
    String section = "<div class=\"row\"><div class=\"col\"><p class=\"t\">%s</p></div></div>";
    String own = (Pages.FIRST + ' ' + Pages.SECOND + ' ').repeat(4).strip();
    String body =
        "<h1>New bridge opens</h1><div class=\"story-text\">"
            + section.formatted(own)
            + "</div><div><h2><a href=\"/ferry\">Ferry sold to museum</a></h2>"
            + section.formatted((THIRD + ' ').repeat(4).strip())
            + "</div>";
    assertThat(read("", body).paragraphs()).containsExactly(own);
  }

  @Test
  void bodyStatedInJsonLdTellsWhichBlocksAreTheArticles() {
    String stated =
        Pages.jsonLd(
            "{\"@type\": \"NewsArticle\", \"articleBody\": \""
                + String.join(" ", Pages.FIRST, Pages.SECOND, THIRD, FOURTH)
                + "\"}");
    String body =
        "<h1>New bridge opens</h1><div class=\"story-body\"><p>"
            + Pages.FIRST
            + "</p><p>The Mail has changed how it counts those who read it, as you can find"
            + " explained elsewhere.</p><p>"
            + Pages.SECOND
            + "</p><h2>The ferry</h2><p>"
            + THIRD
            + "</p><p>"
            + FOURTH
            + "</p><h2>Our podcasts</h2><p>Each week three of us talk about what nobody else has"
            + " talked about.</p></div>";
    assertThat(read(stated, body).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND, "The ferry", THIRD, FOURTH);
  }

  @Test
  void bodyStatedOnlyInItsBeginningTellsNothing() {
    String stated =
        Pages.jsonLd(
            "{\"@type\": \"NewsArticle\", \"articleBody\": \""
                + String.join(" ", Pages.FIRST, Pages.SECOND, THIRD, FOURTH)
                + "\"}");
    String rest =
        "Whoever wants to see the piers from below has to wait until the boats are back in spring,"
            + " when the water is low enough and the wind has turned to the south again.";
    String body =
        "<h1>New bridge opens</h1><div class=\"story-body\">"
            + String.join("", "<p>" + Pages.FIRST, "<p>" + Pages.SECOND, "<p>" + THIRD)
            + "<p>"
            + FOURTH
            + ("<p>" + rest).repeat(6)
            + "</div>";
    assertThat(read(stated, body).paragraphs()).hasSize(10).endsWith(rest);
  }

  @Test
  void wordsAboutTheAuthorAndCreditsAtTheFootAreLeftOut() {
    String author = "<meta name=\"author\" content=\"Ada Rivers\">";
    String body =
        "<h1>New bridge opens</h1><div class=\"story-body\"><p>"
            + Pages.FIRST
            + "</p><p>"
            + Pages.SECOND
            + "</p><p>%s</p></div>";
    assertThat(read(author, body.formatted("Ada Rivers writes about rivers.")).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(read(author, body.formatted("Quelle: dpa")).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
    String hours = "Monday, nine<p>Tuesday, ten<p>Sunday, one";
    assertThat(read(author, body.formatted(hours)).paragraphs()).hasSize(5);
  }

  @Test
  void ownLinksBesideATextAreNoPartOfIt() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      links.append("<p><a href=\"/n\">Number " + i + " of many headlines that follow</a></p>");
    }
    String text = "<p>" + Pages.FIRST + "</p><p>" + Pages.SECOND + "</p>";
    String body = "<h1>New bridge opens</h1><div class=\"story-body\">" + text + links + "</div>";
    assertThat(read(Pages.meta("og:type", "article"), body).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }
}
