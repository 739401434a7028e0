package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a page that belongs to its article. */
class PageBodyTest {
  @TempDir Path folder;

  private Article read(String body) {
    return Reading.of(
            folder,
            "page.html",
            Pages.page("<link rel=canonical href=\"https://mail.example/bridge\">", body))
        .only();
  }

  private static String boxes(String text) {
    return "<nav><a href=\"/\">Home</a> <a href=\"/local\">Local</a></nav><main><h1>New bridge"
        + " opens</h1>"
        + text
        + "</main><footer>All rights reserved, and so on and on.</footer>";
  }

  @Test
  void boxesThatAreNotTheTextAreLeftOut() {
    Article article =
        read(
            boxes(
                "<p class=\"byline\">By Ada Rivers</p><div class=\"social-share\">Share this"
                    + " story</div><p>"
                    + Pages.FIRST
                    + "</p><figure><img src=a.jpg><figcaption>The bridge, seen from the"
                    + " north.</figcaption></figure><div class=\"newsletterSignup\"><p>Get our"
                    + " daily newsletter, every morning, in your inbox.</p></div><p>"
                    + Pages.SECOND
                    + "</p><div id=\"related-stories\"><p>A ferry was sold to a museum, it is"
                    + " said.</p></div><div class=\"cookie-consent\"><p>We and our partners use"
                    + " cookies.</p></div><section id=\"comments\"><p>First! What a fine bridge"
                    + " that is, I think.</p></section>"));
    assertThat(article.paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void boxThatHoldsTheTextStaysWhateverItIsCalled() {
    assertThat(read(boxes("<div class=\"sponsored promo\">" + Pages.paragraphs() + "</div>")))
        .extracting(Article::paragraphs)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void boxInTheBodyThatHoldsItsTextStaysToo() {
    String body = "<div class=\"entry-content\"><div class=\"social-feed\">";
    assertThat(read(boxes(body + Pages.paragraphs() + "</div></div>")).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void boxAroundTheHeadlineStaysHoweverLittleOfThePageItIs() {
    String other = "<div><div><p>Something that is no part of it.</p></div></div>".repeat(100);
    String page =
        "<div class=\"has-sidebar\"><h1>New bridge opens</h1><div class=\"story-body\">"
            + Pages.paragraphs()
            + "</div></div><div class=\"sidebar\"><div class=\"related\">"
            + other
            + "</div></div>";
    assertThat(read(page).paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void headingsListsAndQuotesStay() {
    Article article =
        read(
            boxes(
                "<div class=\"article-body\"><p>"
                    + Pages.FIRST
                    + "</p><h2>What comes next</h2><ul><li>Trains in spring</li><li>A <b>tram</b>"
                    + " later</li></ul><blockquote>It was worth the"
                    + " wait.</blockquote><table><tr><td>Length</td><td>400 m</td></tr></table><p>"
                    + Pages.SECOND
                    + "</p></div>"));
    assertThat(article.paragraphs())
        .containsExactly(
            Pages.FIRST,
            "What comes next",
            "Trains in spring",
            "A tram later",
            "It was worth the wait.",
            "Length 400 m",
            Pages.SECOND);
  }

  @Test
  void lineBreaksAndPlainBlocksAreParagraphsToo() {
    assertThat(
            read(boxes("<div>" + Pages.FIRST + "<br><br>" + Pages.SECOND + "</div>")).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(
            read(boxes("<div><div>" + Pages.FIRST + "</div><div>" + Pages.SECOND + "</div></div>"))
                .paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(read("<h1>New bridge opens</h1>" + Pages.FIRST + "<p>" + Pages.SECOND).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void paragraphOverSeveralLinesOfTheFileIsOne() {
    String wrapped = Pages.FIRST.replace(", ", ",\n      ");
    assertThat(read(boxes("<p>" + wrapped + "</p><p>" + Pages.SECOND + "</p>")).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void preformattedWireTextIsJoinedToParagraphs() {
    String wire =
        """
        The new bridge across the Ember opened on Monday morning, a year
        later than the town had planned and at almost twice the price that
        was once promised.

        Trains will follow in spring, the mayor said, as she led a crowd
        of four hundred across it in the rain.
        """;
    assertThat(read(boxes("<pre>" + wire + "</pre>")).paragraphs())
        .hasSize(2)
        .first()
        .isEqualTo(Pages.FIRST);
  }

  @Test
  void linesOfCodeStayLines() {
    String code = "open the gate\nclose the lock\n".repeat(5);
    String page =
        "<p>" + Pages.FIRST + "</p><pre><code>" + code + "</code></pre><p>" + Pages.SECOND;
    assertThat(read(boxes(page)).paragraphs())
        .hasSize(12)
        .contains("open the gate", "close the lock", Pages.SECOND);
  }

  @Test
  void sentenceGoesOnAcrossThePagesOfAGazette() {
    String gazette =
        """
        [Federal Register Volume 88, Number 117 (Tuesday, June 20, 2023)]
        [Notices]
        [Page 39877]
        From the Federal Register Online via the Government Publishing Office [www.gpo.gov]

        The new bridge across the Ember opened on Monday morning, a year
        later than the town had planned and at almost twice the price that

        [[Page 39878]]

        was once promised.

        Trains will follow in spring, the mayor said, as she led a crowd
        of four hundred across it in the rain.
        """;
    assertThat(read(boxes("<pre>" + gazette + "</pre>")).paragraphs())
        .hasSize(2)
        .first()
        .isEqualTo(Pages.FIRST);
  }

  @Test
  void headlinesOfOtherArticlesAreKeptApart() {
    Article article =
        read(
            boxes(
                "<div class=\"entry-content\"><p>"
                    + Pages.FIRST
                    + "</p><p>READ MORE: <a href=\"/rain\">Rain expected all week long</a></p><p>"
                    + Pages.SECOND
                    + "</p><p>ADVERTISEMENT</p><h3>Related stories</h3><ul><li><a"
                    + " href=\"/ferry\">Ferry sold to museum</a></li><li><a"
                    + " href=\"https://www.mail.example/tram\">Tram to come</a></li></ul><p>Follow"
                    + " us on Gazebook for more.</p></div>"));
    assertThat(article.paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(article.related())
        .containsExactly("Rain expected all week long", "Ferry sold to museum", "Tram to come");
  }

  @Test
  void linksToElsewhereBelongToTheText() {
    String link = "<p><a href=\"https://shop.example/1\">A model of the bridge for 39.99</a></p>";
    assertThat(
            read(boxes(
                    "<div class=\"entry-content\"><p>"
                        + Pages.FIRST
                        + "</p>"
                        + link
                        + "<p>"
                        + Pages.SECOND
                        + "</p></div>"))
                .paragraphs())
        .containsExactly(Pages.FIRST, "A model of the bridge for 39.99", Pages.SECOND);
  }

  @Test
  void bodyInPartsSideBySideIsWhole() {
    String part = "<p class=\"post-text\">%s</p>";
    assertThat(
            read(boxes(
                    "<div><div>"
                        + part.replace("%s", Pages.FIRST)
                        + "<h3>Then trains</h3>"
                        + part.replace("%s", Pages.SECOND)
                        + "</div></div>"))
                .paragraphs())
        .containsExactly(Pages.FIRST, "Then trains", Pages.SECOND);
  }

  @Test
  void bodyInJsonLdCountsWhereThePageHasNone() {
    String json =
        "{\"@type\": \"NewsArticle\", \"articleBody\": \""
            + (Pages.FIRST + "\\n\\n" + Pages.SECOND + "\\n\\n").repeat(3)
            + "\"}";
    Article article =
        Reading.of(
                folder,
                "script.html",
                Pages.page(
                    Pages.jsonLd(json), "<h1>New bridge opens</h1><p>Loading the story…</p>"))
            .only();
    assertThat(article.paragraphs()).hasSize(6).startsWith(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void standfirstIsTheDescriptionUnlessTheBodySaysIt() {
    String head = Pages.meta("og:description", Pages.FIRST.substring(0, 80) + "…");
    assertThat(Reading.of(folder, "a.html", Pages.article(head)).only().standfirst()).isEmpty();
    String other = Pages.meta("og:description", "Four hundred people came");
    assertThat(Reading.of(folder, "b.html", Pages.article(other)).only().standfirst())
        .isEqualTo("Four hundred people came");
  }
}
