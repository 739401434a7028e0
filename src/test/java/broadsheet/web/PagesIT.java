package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.article.Article;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of the pages, read as HTML. */
@Smoke
class PagesIT {
  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  @Test
  void frontPageTellsWhatTheArchiveHoldsAndItsExamplesFindSomething() throws Exception {
    Document page = server.page("/");
    assertThat(page.select(".ears").text())
        .contains(SampleArticles.all().size() + " articles", "1963 – 2023");
    assertThat(page.select(".sources li").getFirst().text()).isEqualTo("Ellery Pilots’ Gazette 25");
    assertThat(page.select(".brief")).hasSize(5);
    assertThat(page.select(".examples a")).hasSizeGreaterThan(3);
    assertThat(server.page(page.select(".sources a").attr("href")).select(".count").text())
        .isEqualTo("25 articles");
  }

  /** An agency's codes are no words: articles filed under them do not use them. */
  @Test
  void frontPageNamesFieldsThatTheArchiveHasWithQueriesThatFindSomething() throws Exception {
    Elements fields = server.page("/").select(".fields a[href^=/search]");
    assertThat(fields.eachText())
        .hasSizeBetween(3, 6)
        .anyMatch(query -> query.startsWith("source:"));
    for (String address : fields.eachAttr("href")) {
      assertThat(server.page(address).select("article.hit")).as(address).isNotEmpty();
    }
    assertThat(server.page("/help").select("#in-this-archive")).hasSize(1);
  }

  @Test
  void frontPageHasNoCodesAsTopics() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      articles.add(
          Article.withId("a" + i)
              .title("Disgrace: profits")
              .paragraphs(List.of("The company earns more, and the price of grain fell."))
              .topics(List.of("earn", "grain", "GCAT", "white_house", "Trade", "money-fx"))
              .source("Paper " + (i + 1) % 23)
              .build());
    }
    try (TestServer server = TestServer.over(articles)) {
      Document page = Jsoup.parse(server.get("/").body());
      assertThat(page.select(".sources a").eachText())
          .filteredOn(text -> !text.startsWith("Paper "))
          .containsExactlyInAnyOrder("grain", "white house", "Trade");
      assertThat(page.select("a[href=/values?facet=source]").text()).isEqualTo("All 23 sources");
      assertThat(page.select(".examples dt").text()).doesNotContain("\"");
      assertThat(page.select("main a[href=/batch]")).hasSize(1);
      assertThat(page.select(".command")).isEmpty();
    }
  }

  @Test
  void smallArchiveSaysHowToAddArticles() throws Exception {
    try (TestServer few = TestServer.over(List.of(Article.withId("a").title("Pier").build()))) {
      Document page = Jsoup.parse(few.get("/").body());
      assertThat(page.select(".command").text()).isEqualTo("./broadsheet index --update FOLDER");
      assertThat(page.select(".latest h3").text()).isEqualTo("Pier");
    }
  }

  @Test
  void queryOnTheFrontPageLeadsToItsResults() throws Exception {
    HttpResponse<String> answer = server.get("/?q=pier&from=1987-01-01");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/search?q=pier&from=1987-01-01");
    assertThat(server.get("/?q=+").statusCode()).isEqualTo(200);
  }

  @Test
  void emptyArchiveSaysHowToFillIt() throws Exception {
    try (TestServer empty = TestServer.over(List.of())) {
      assertThat(Jsoup.parse(empty.get("/").body()).text()).contains("No articles yet");
      assertThat(empty.get("/search?q=a").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void resultsShowCountReadingAndWhatIsKnownOfEachHit() throws Exception {
    Document page = server.page("/search?q=pier");
    assertThat(page.select(".count").text()).isEqualTo("1 article");
    assertThat(page.select(".took").text()).containsPattern("^in (\\d+|under 1) m?s");
    assertThat(page.select(".reading").text()).contains("pier");
    assertThat(page.select(".kicker").text())
        .isEqualTo("The Evening Lantern · Harbour · 26 February 1987, 15:01");
    assertThat(page.select(".hit h2 mark").text()).isEqualTo("pier");
    assertThat(page.select(".byline").text()).isEqualTo("By Ruth Amsel, Piet van Doorn");
    assertThat(page.select("#q").val()).isEqualTo("pier");
  }

  @Test
  void unknownDateIsSaidAndNeverTheEpoch() throws Exception {
    Document page = server.page("/search?q=balloon");
    assertThat(page.select(".kicker").text()).isEqualTo("undated");
    assertThat(page.text()).doesNotContain("1970");
  }

  @Test
  void markedKeywordIsShown() throws Exception {
    assertThat(server.page("/search?q=place:ellery").select(".matches").text())
        .isEqualTo("place Port Ellery");
    assertThat(server.page("/search?q=url:crier.example").select(".matches mark").text())
        .isEqualTo("crier.example");
  }

  @Test
  void sortPagingAndFormKeepWhatNarrowsTheSearch() throws Exception {
    Document page =
        server.page(
            "/search?q=tide&size=5&from=2022-03-02&source=Ellery+Pilots%E2%80%99+Gazette&page=2");
    String kept = "size=5&from=2022-03-02&source=Ellery+Pilots%E2%80%99+Gazette";
    assertThat(page.select(".count").text()).isEqualTo("24 articles");
    assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/search?q=tide&page=3&" + kept);
    assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/search?q=tide&" + kept);
    assertThat(page.select("[aria-current=page]").text()).isEqualTo("2");
    assertThat(page.select(".sorts a").get(1).attr("href"))
        .isEqualTo(
            "/search?q=tide&size=5&sort=newest&from=2022-03-02&source=Ellery+Pilots%E2%80%99+Gazette");
    assertThat(page.select(".searchbox input[type=hidden]").eachAttr("name"))
        .containsExactly("size", "from", "source");
    assertThat(page.select(".dates input[type=hidden]").eachAttr("name"))
        .containsExactly("q", "size", "source");
    assertThat(page.select(".hit h2 a").attr("href"))
        .startsWith("/article/bulletin-")
        .endsWith("?q=tide&page=2&" + kept + "#hit-1");
    assertThat(
            server
                .page(page.select(".hit h2 a").attr("href").replace("#hit-1", ""))
                .select(".back a")
                .attr("href"))
        .isEqualTo("/search?q=tide&page=2&" + kept + "#" + page.select(".hit").attr("id"));
  }

  @Test
  void frontPageHasTopicsSourcesAndCoverage() throws Exception {
    Document page = server.page("/");
    assertThat(page.select(".holdings .sources a").eachText())
        .contains("Ellery Pilots’ Gazette", "grain", "shipping");
    assertThat(page.select(".coverage svg a")).isNotEmpty();
    assertThat(page.select(".coverage svg a[aria-label^=1999]").attr("href"))
        .isEqualTo("/search?from=1999-01-01&to=1999-12-31");
  }

  @Test
  void nothingFoundLeadsToEachPart() throws Exception {
    Document page = server.page("/search?q=barley+AND+balloon");
    assertThat(page.select(".notice h2").text()).isEqualTo("Nothing matches");
    assertThat(page.select(".clauses tbody tr").eachText())
        .containsExactly("barley 1 article", "balloon 1 article");
    assertThat(server.page(page.select(".clauses a").attr("href")).select(".hit")).hasSize(1);
  }

  @Test
  void pageBehindTheLastSaysWhereTheResultsEnd() throws Exception {
    assertThat(server.page("/search?q=tide&page=9").select(".notice").text())
        .contains("The results end on page 3");
  }

  @Test
  void articleHasItsPartsMarkedAndItsFootApart() throws Exception {
    Document page = server.page("/article/" + SampleArticles.SEED_ID + "?q=related:Odesa");
    assertThat(page.select("article.story").text()).doesNotContain("Odesa");
    assertThat(page.select("#related").text()).isEqualTo("Related News");
    assertThat(page.select(".related mark").text()).isEqualTo("Odesa");
    assertThat(page.select("article.story").attr("lang")).isEqualTo("en");
  }

  @Test
  void articleLinksOutWithoutTellingWhereFrom() throws Exception {
    Document page = server.page("/article/harbour-1");
    assertThat(page.select("a[href^=https]").attr("rel")).isEqualTo("noopener noreferrer");
    assertThat(page.select(".filed dl a").eachText())
        .containsExactly(
            "shipping", "grain", "Port Ellery", "Ada Quill", "Harbour Board", "lantern.example");
    assertThat(server.page(page.select(".filed a").attr("href")).select(".hit")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=hostile",
        "/search?q=<script>alert(1)</script>",
        "/search?source=<script>alert(1)</script>",
        "/search?page=<script>alert(1)</script>",
        "/article/hostile-1",
        "/article/hostile-1?q=hostile",
        "/article/<script>",
        "/<script>alert(1)</script>",
      })
  void nothingFromArticlesOrAddressesIsMarkup(String path) throws Exception {
    String address = path.replace("<", "%3C").replace(">", "%3E");
    Document page = Jsoup.parse(server.get(address).body());
    assertThat(page.select("script")).isNotEmpty();
    assertThat(page.select("script")).isEqualTo(page.select("head script[src^=/assets/]:empty"));
    assertThat(page.select("main script, img, u, i, [onerror], a[href^=javascript]")).isEmpty();
  }

  @Test
  void markupInArticlesIsShownAsTextAndEscapedInData() throws Exception {
    assertThat(server.page("/article/hostile-1").select("h1").text())
        .contains(SampleArticles.SCRIPT);
    String json = server.get("/search.json?q=hostile").body();
    assertThat(json).contains("&lt;script&gt;").contains("\"titleHtml\":\"Markup &lt;script&gt;");
    assertThat(server.get("/article/hostile-1.json").body())
        .contains("\"relatedHtml\":[\"More &lt;script&gt;");
  }
}
