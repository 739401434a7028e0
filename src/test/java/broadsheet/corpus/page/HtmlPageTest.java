package broadsheet.corpus.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Pages;
import broadsheet.corpus.Reading;
import broadsheet.corpus.date.ReadDate;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that a page states about its article. */
class HtmlPageTest {
  @TempDir Path folder;

  private Article read(String page) {
    return Reading.of(folder, "page.html", page).only();
  }

  private Article withHead(String head) {
    return read(Pages.article(head));
  }

  /** Properties of https://ogp.me/#type_article, whose authors are addresses of profiles. */
  @Test
  void openGraphSaysWhatTheArticleIs() {
    Article article =
        withHead(
            Pages.meta("og:type", "article")
                + Pages.meta("og:title", "New bridge opens")
                + Pages.meta("og:url", "https://mail.example/bridge")
                + Pages.meta("og:image", "https://mail.example/bridge.jpg")
                + Pages.meta("og:description", "At last, they say.")
                + Pages.meta("og:site_name", "Lakeport Mail")
                + Pages.meta("og:locale", "en_GB")
                + Pages.meta("article:published_time", "2023-06-18T23:30:00-05:00")
                + Pages.meta("article:modified_time", "2023-06-20T10:00:00-05:00")
                + Pages.meta("article:author", "https://mail.example/profiles/ada")
                + Pages.meta("article:author", "https://mail.example/profiles/tom")
                + Pages.meta("article:section", "Traffic")
                + Pages.meta("article:tag", "bridges")
                + Pages.meta("article:tag", "trains"));
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.standfirst()).isEqualTo("At last, they say.");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T23:30:00-05:00");
    assertThat(article.authors()).isEmpty();
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.section()).isEqualTo("Traffic");
    assertThat(article.topics()).containsExactly("bridges", "trains");
    assertThat(article.url()).isEqualTo("https://mail.example/bridge");
  }

  @Test
  void pageWithItsTextInAScriptGetsANote() {
    Reading reading =
        Reading.of(
            folder,
            "a.html",
            "<html><head><title>Bridge opens</title><meta property='og:type'"
                + " content='article'><meta property='og:title' content='Bridge"
                + " opens'></head><body><div id='app'></div><script>render({body: 'It"
                + " opened.'})</script></body></html>");
    assertThat(reading.only().title()).isEqualTo("Bridge opens");
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsOnlyKeys("a headline without text");
  }

  /** Properties of https://schema.org/NewsArticle. */
  @Test
  void jsonLdSaysWhatTheArticleIs() {
    Article article =
        withHead(
            "<link rel=\"canonical\" href=\"https://mail.example/bridge\">"
                + Pages.jsonLd(
                    """
                    {"@context": "https://schema.org", "@type": "NewsArticle",
                     "headline": "New bridge opens", "datePublished": "2023-06-18T23:30:00-05:00",
                     "dateModified": "2023-06-20", "author": [{"@type": "Person", "name": "Ada Rivers"},
                     {"name": "Tom Field"}], "publisher": {"name": "Lakeport Mail"},
                     "articleSection": ["Local", "Traffic"], "keywords": "bridges, trains",
                     "inLanguage": "en-GB", "description": "At last, they say."}\
                    """));
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T23:30:00-05:00");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.section()).isEqualTo("Local");
    assertThat(article.topics()).containsExactly("bridges", "trains");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.standfirst()).isEqualTo("At last, they say.");
    assertThat(article.url()).isEqualTo("https://mail.example/bridge");
    assertThat(article.idOrigin()).isEqualTo(Article.IdOrigin.URL);
    assertThat(article.paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void jsonLdGraphIsFollowedByItsIds() {
    Article article =
        withHead(
            Pages.jsonLd(
                """
                {"@graph": [{"@type": "WebSite", "name": "Lakeport Mail"},
                 {"@type": ["Thing", "http://schema.org/BlogPosting"], "headline": "New bridge opens",
                  "datePublished": "2023-06-18", "author": {"@id": "#ada"}, "publisher": {"@id": "#org"}},
                 {"@type": "Person", "@id": "#ada", "name": "Ada Rivers"},
                 {"@type": "Organization", "@id": "#org", "name": "Lakeport Mail"}]}\
                """));
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
  }

  @Test
  void brokenJsonLdIsReadAsFarAsItCanBe() {
    Article loose =
        withHead(
            Pages.jsonLd(
                "<!-- \n{'@type': 'NewsArticle', \"headline\": \"New\tbridge opens\","
                    + " \"datePublished\": \"2023-06-18\",}\n -->"));
    assertThat(loose.publishedAt().iso()).isEqualTo("2023-06-18");
    Article broken =
        withHead(
            Pages.jsonLd(
                    "{\"@type\": \"NewsArticle\", \"description\": \"It is \"open\" now\","
                        + " \"datePublished\": \"2023-06-18T10:00:00Z\", \"articleSection\":"
                        + " \"Local\"")
                + Pages.jsonLd("nonsense")
                + Pages.jsonLd("[".repeat(100_000)));
    assertThat(broken.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00Z");
    assertThat(broken.section()).isEqualTo("Local");
  }

  @Test
  void amongSeveralArticlesInJsonLdThePagesOwnCounts() {
    Article article =
        withHead(
            Pages.jsonLd(
                """
                [{"@type": "NewsArticle", "headline": "Ferry sold", "datePublished": "2022-01-01"},
                 {"@type": "NewsArticle", "headline": "New bridge opens", "datePublished": "2023-06-18"},
                 {"@type": "NewsArticle", "headline": "Rain expected", "datePublished": "2021-01-01"}]\
                """));
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
  }

  @Test
  void metaTagsSayWhatJsonLdDoesNot() {
    Article article =
        withHead(
            Pages.meta("og:title", "New bridge opens | Lakeport Mail")
                + Pages.meta("og:site_name", "Lakeport Mail | News you can use")
                + Pages.meta("og:url", "https://www.mail.example/bridge")
                + Pages.meta("article:published_time", "2023-06-18T10:00:00+02:00")
                + Pages.meta("article:modified_time", "2024-01-01")
                + Pages.meta("article:section", "Local")
                + Pages.meta("article:tag", "bridges")
                + Pages.meta("article:tag", "Smith, Ada")
                + Pages.meta("article:author", "https://social.example/ada")
                + "<meta name=\"author\" content=\"Ada Rivers and Tom Field\">");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.source()).isEqualTo("Lakeport Mail");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00+02:00");
    assertThat(article.section()).isEqualTo("Local");
    assertThat(article.topics()).containsExactly("bridges", "Smith, Ada");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.language()).isEqualTo("en");
  }

  @Test
  void dublinCoreAndPublishersOwnNamesAreKnown() {
    Article dublin =
        withHead(
            "<meta name=\"DC.date.issued\" content=\"2023-06-18\">"
                + "<meta name=\"DC.creator\" content=\"Ada Rivers\">"
                + "<meta name=\"DC.publisher\" content=\"Lakeport Mail\">");
    assertThat(dublin.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(dublin.authors()).containsExactly("Ada Rivers");
    assertThat(dublin.source()).isEqualTo("Lakeport Mail");
    Article parsely =
        withHead(
            "<meta name=\"parsely-pub-date\" content=\"2023-06-18T10:00:00Z\">"
                + "<meta name=\"sailthru.author\" content=\"Ada Rivers\">"
                + "<meta name=\"parsely-section\" content=\"Local\">");
    assertThat(parsely.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00Z");
    assertThat(parsely.authors()).containsExactly("Ada Rivers");
    assertThat(parsely.section()).isEqualTo("Local");
  }

  @Test
  void microdataIsRead() {
    Article article =
        read(
            Pages.page(
                "",
                "<div itemscope itemtype=\"http://schema.org/NewsArticle\"><h1"
                    + " itemprop=\"headline\">New bridge opens</h1><span itemprop=\"author\""
                    + " itemscope><b itemprop=\"name\">Ada Rivers</b></span><time"
                    + " itemprop=\"datePublished\" datetime=\"2023-06-18T10:00\">Sunday</time><div"
                    + " itemprop=\"publisher\" itemscope><meta itemprop=\"name\""
                    + " content=\"Mail\"></div><div itemprop=\"articleBody\">"
                    + Pages.paragraphs()
                    + "</div><p>"
                    + "Something else that stands below the text of the article.".repeat(5)
                    + "</p></div>"));
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00");
    assertThat(article.source()).isEqualTo("Mail");
    assertThat(article.paragraphs()).containsExactly(Pages.FIRST, Pages.SECOND);
  }

  @Test
  void whatIsOnlyPrintedIsReadToo() {
    Article article =
        read(
            Pages.page(
                "<link rel=\"canonical\" href=\"https://www.mail.example/bridge\">",
                "<nav><span class=\"date\">Tuesday, November 24, 2026</span></nav>"
                    + "<article><h1>New bridge opens</h1>"
                    + "<div class=\"post-meta\">Updated: June 20, 2023 - Posted June 18, 2023</div>"
                    + "<a rel=\"author\" href=\"/ada\">Ada Rivers</a>"
                    + Pages.paragraphs()
                    + "<a rel=\"tag\" href=\"/t/1\">bridges</a> <a rel=\"tag\""
                    + " href=\"/t/2\">trains</a></article><div class=\"related\"><time"
                    + " datetime=\"2020-01-01\">2020</time></div>"));
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.topics()).containsExactly("bridges", "trains");
    assertThat(article.source()).isEqualTo("mail.example");
  }

  @Test
  void dateOfAChangeIsNoDateOfPublication() {
    assertThat(withHead(Pages.meta("article:modified_time", "2024-01-01")).publishedAt().isKnown())
        .isFalse();
    assertThat(
            withHead(Pages.jsonLd("{\"@type\": \"Article\", \"dateModified\": \"2024-01-01\"}"))
                .publishedAt()
                .isKnown())
        .isFalse();
  }

  @Test
  void momentInUtcIsKeptInTheOutletsZoneWhereThatIsStated() {
    Article article =
        withHead(
            Pages.jsonLd(
                    "{\"@type\": \"Article\", \"datePublished\": \"2023-06-19T03:30:00.000Z\"}")
                + Pages.meta("article:published_time", "2023-06-18T23:30:00-04:00"));
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T23:30:00-04:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-06-19T03:30:00Z, 'June 18, 2023', 2023-06-18",
    "2023-06-18T20:30:00Z, 'June 19, 2023', 2023-06-19",
    "2023-06-19T03:30:00, 'June 18, 2023', 2023-06-18",
    "2023-06-18T20:30:00-05:00, 'June 19, 2023', 2023-06-18T20:30:00-05:00",
    "2023-06-19T03:30:00Z, 'June 9, 2023', 2023-06-19T03:30:00Z",
    "2023-06-19T03:30:00Z, 'Updated June 18, 2023', 2023-06-19T03:30:00Z"
  })
  void dayPrintedBesideThatOfTheMomentIsBelieved(String stated, String printed, String expected) {
    String body =
        "<h1>New bridge opens</h1><p class=\"date\">" + printed + "</p>" + Pages.paragraphs();
    Article article = read(Pages.page(Pages.meta("article:published_time", stated), body));
    assertThat(article.publishedAt().iso()).isEqualTo(expected);
  }

  @Test
  void badDateIsRemarkedOnAndTheNextOneCounts() {
    Reading bad =
        Reading.of(folder, "a.html", Pages.article(Pages.meta("article:published_time", "soon")));
    assertThat(bad.only().publishedAt().isKnown()).isFalse();
    assertThat(bad.ledger().reasons(Outcome.REMARKED)).containsOnlyKeys(ReadDate.NOT_UNDERSTOOD);
    Reading next =
        Reading.of(
            folder,
            "b.html",
            Pages.article(
                Pages.meta("article:published_time", "0000-00-00")
                    + "<meta name=\"date\" content=\"2023-06-18\">"));
    assertThat(next.only().publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(next.ledger().reasons(Outcome.REMARKED)).isEmpty();
  }

  @Test
  void frontPageIsNoAddressOfAnArticleIfThereIsAnother() {
    Article article =
        withHead(
            "<link rel=\"canonical\" href=\"https://mail.example/\">"
                + Pages.meta("og:url", "https://mail.example/bridge"));
    assertThat(article.url()).isEqualTo("https://mail.example/bridge");
  }

  @Test
  void pageWithoutAddressHasTheIdOfItsPlace() {
    Article article = withHead("");
    assertThat(article.id()).isEqualTo("page");
    assertThat(article.url()).isEmpty();
    assertThat(article.source()).isEmpty();
  }
}
