package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies in several parts, live blogs, and the styling of the foot. */
class PagePartsTest {
  private static final String THIRD =
      "The ferry made its last trip on Sunday night, and was sold to the museum of the town for a"
          + " single coin, as the council had decided in spring.";

  private static final String FOURTH =
      "Nobody on board wanted to speak of the end, but all of them had come to the rail to look at"
          + " the new piers as they passed between them.";

  @TempDir Path folder;

  private Article read(String head, String body) {
    String canonical = "<link rel=canonical href=\"https://mail.example/bridge\">";
    return Reading.of(folder, "page.html", Pages.page(canonical + head, body)).only();
  }

  private List<String> paragraphs(String body) {
    return read("", "<h1>New bridge opens</h1><main>" + body + "</main>").paragraphs();
  }

  private static String p(String... texts) {
    return Stream.of(texts).map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
  }

  private static String part(String... texts) {
    return "<section><div class=\"story-text\">" + p(texts) + "</div></section>";
  }

  @Test
  void sistersThatAreNamedAsTheBodyAreItsParts() {
    String pause = "<div class=\"pause\"><div>Stay with us</div></div>";
    String rest = "<div><p>The council meets on Fridays, and anybody may come to listen to it.</p>";
    assertThat(
            paragraphs(
                part(Pages.FIRST)
                    + pause
                    + part(Pages.SECOND)
                    + pause
                    + part(THIRD, FOURTH)
                    + rest.repeat(9)))
        .containsExactly(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
  }

  @Test
  void sisterUnderAHeadlineOfItsOwnIsAnotherArticle() {
    String other = "<h2><a href=\"/ferry\">Ferry sold to museum</a></h2>";
    String own = part(Pages.FIRST, Pages.SECOND, THIRD);
    String next = part(FOURTH).replace("<section>", "<section>" + other);
    assertThat(paragraphs(own + next)).containsExactly(Pages.FIRST, Pages.SECOND, THIRD);
  }

  @Test
  void postsOfALiveBlogAreItsBody() {
    String json =
        """
        {"@type": "LiveBlogPosting", "headline": "New bridge opens",
         "url": "https://mail.example/bridge", "articleBody": "%s", "liveBlogUpdate": [
         {"@type": "BlogPosting", "headline": "The ferry", "articleBody": "%s"},
         {"@type": "BlogPosting", "headline": "The rail", "articleBody": "%s"}]}
        """
            .formatted(Pages.FIRST + ' ' + Pages.SECOND, THIRD, FOURTH);
    String post =
        "<article><p class=time>%d:12</p><h2>%s</h2><p class=by>By Ada"
            + " Rivers</p><p>%s</p></article>";
    String body =
        "<h1>New bridge opens</h1><div class=\"article-body\">"
            + p(Pages.FIRST, Pages.SECOND)
            + "</div><div class=posts>"
            + post.formatted(12, "The ferry", THIRD)
            + post.formatted(11, "The rail", FOURTH)
            + "</div><div><p>Four words to go.</p></div>";
    assertThat(read(Pages.jsonLd(json), body).paragraphs())
        .containsExactly(Pages.FIRST, Pages.SECOND, "The ferry", THIRD, "The rail", FOURTH);
  }

  @Test
  void footThatIsNotStyledAsTheTextIsLeftOut() {
    String text = p(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
    String apart =
        "<div class=\"note\"><p>We are always glad of a letter about our rivers.</p></div>";
    String body = "<div class=\"article-body\"><div>" + text + "</div>" + apart + "</div>";
    assertThat(paragraphs(body)).containsExactly(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
  }

  @Test
  void longEndOfAnotherStylingStays() {
    String text = p(Pages.FIRST, Pages.SECOND, THIRD, FOURTH);
    String end = "<div class=\"more\">" + p(THIRD, FOURTH) + "</div>";
    String body = "<div class=\"article-body\"><div>" + text + "</div>" + end + "</div>";
    assertThat(paragraphs(body)).hasSize(6).endsWith(THIRD, FOURTH);
  }

  @Test
  void ownHeadlineMayLinkToItself() {
    String body =
        "<h1>The Mail</h1><div><div><h2><a href=\"/bridge\">New bridge opens</a></h2><p>"
            + Pages.FIRST
            + "</p></div></div>";
    assertThat(read("<title>New bridge opens | The Mail</title>", body).paragraphs())
        .containsExactly(Pages.FIRST);
  }

  @Test
  void postThatIsQuotedFromASocialNetworkStays() {
    String post =
        "<div class=\"social-embed\"><blockquote><p>What a fine bridge that"
            + " is!</p></blockquote></div>";
    assertThat(paragraphs("<div class=\"article-body\">" + p(Pages.FIRST) + post + p(Pages.SECOND)))
        .containsExactly(Pages.FIRST, "What a fine bridge that is!", Pages.SECOND);
  }

  @Test
  void linksBesideASentenceAreNoListOfLinks() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      links.append("<p><a href=\"/n").append(i).append("\">One of many headlines here</a></p>");
    }
    String text = "<p>The bridge is open, as the mayor said on Monday.</p>";
    assertThat(
            read(
                    Pages.meta("og:type", "article"),
                    "<h1>New bridge opens</h1><div class=\"article-body\">"
                        + text
                        + links
                        + "</div>")
                .paragraphs())
        .containsExactly("The bridge is open, as the mayor said on Monday.");
  }

  @Test
  void captionsAreReadBesideTheBody() {
    String figure =
        "<figure><img src=a.jpg><figcaption>%s <span class=\"credit\">Photo: Ada"
            + " Rivers</span></figcaption></figure>";
    String related =
        "<aside>" + figure.formatted("The ferry in its better days, years ago") + "</aside>";
    Article article =
        read(
            "",
            "<article><h1>New bridge opens</h1>"
                + figure.formatted("The bridge, seen from the north")
                + p(Pages.FIRST)
                + "<div class=\"image\"><img src=b.jpg><p class=\"caption\">The mayor on"
                + " Monday</p></div>"
                + p(Pages.SECOND)
                + figure.formatted("The bridge, seen from the north")
                + figure.formatted("")
                + figure.formatted("Photos show the old bridge and trains to Rome via Milan")
                + "<figure><img src=c.jpg><figcaption>Photo: Tom Field</figcaption></figure>"
                + related
                + "</article>");
    assertThat(article.paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
    assertThat(article.captions())
        .containsExactly(
            "The bridge, seen from the north",
            "The mayor on Monday",
            "Photos show the old bridge and trains to Rome via Milan");
  }
}
