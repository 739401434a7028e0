package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** Filters, paging and dates of results, over HTTP and in a real browser. */
@Smoke
@SuppressWarnings("NullAway.Init")
class ResultsIT {

  /** More hits than page numbers can reach. */
  private static final int MANY = 10_030;

  private static TestServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    for (int i = 0; i < MANY; i++) {
      articles.add(note(i));
    }
    server = TestServer.over(articles);
    browser = Browser.open(server);
  }

  private static Article note(int number) {
    return Article.withId(String.format(Locale.ROOT, "note-%05d", number))
        .title("Lock keeper’s note")
        .paragraphs(List.of("Sluice entry."))
        .language("en")
        .publishedAt(PublicationDate.stated("1999"))
        .build();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  @BeforeEach
  void desktop() {
    browser.width(1280);
  }

  @Test
  void valuesOfAFacetAreTakenInOneAfterTheOtherAndOutAgain() throws Exception {
    Document all = server.page("/search?q=harbour+OR+tide");
    assertThat(value(all, "source", "Ellery Pilots’ Gazette").select(".number").text())
        .isEqualTo("25");
    Document one = server.page(value(all, "source", "The Evening Lantern").attr("href"));
    assertThat(one.select(".count").text()).isEqualTo("2 articles");
    assertThat(value(one, "source", "Ellery Pilots’ Gazette").select(".number").text())
        .as("what one more would bring")
        .isEqualTo("25");
    Document both = server.page(value(one, "source", "Ellery Pilots’ Gazette").attr("href"));
    assertThat(both.select(".count").text()).isEqualTo("27 articles");
    assertThat(both.select(".values [aria-current=true] .value").eachText())
        .containsExactlyInAnyOrder("Ellery Pilots’ Gazette", "The Evening Lantern");
    assertThat(both.select(".filters .chip").eachText())
        .allMatch(text -> text.startsWith("Remove Source"));
    Document without = server.page(both.select(".filters .chip").getFirst().attr("href"));
    assertThat(without.select(".filters .chip")).hasSize(1);
    assertThat(server.page(both.select(".chip-all").attr("href")).select(".filters")).isEmpty();
  }

  @Test
  void yearsNarrowAndLanguagesBearTheirNames() throws Exception {
    Document all = server.page("/search?q=harbour+OR+tide");
    assertThat(all.select("#by-year + .values .value").eachText())
        .containsExactly("2023", "2022", "1987");
    Document year = server.page(value(all, "year", "1987").attr("href"));
    assertThat(year.select(".hit h2").text()).contains("grain pier");
    assertThat(server.page("/search").select("#by-language + .values .value").eachText())
        .contains("English", "Arabic");
  }

  @Test
  void aMonthIsOnePressAwayAndOneFilter() throws Exception {
    Document years = server.page("/search?year=2021&year=2022");
    Element month = value(years, "month", "April 2021");
    Document narrowed = server.page(month.attr("href"));
    assertThat(narrowed.select(".count").text()).startsWith(month.select(".number").text() + " ");
    assertThat(narrowed.select(".chip").eachText())
        .containsExactly(
            "Remove Published April 2021 ×", "Remove Year 2021 ×", "Remove Year 2022 ×");
    assertThat(narrowed.select("#by-month")).as("only one is left").isEmpty();
    assertThat(server.page("/search").select("#by-month")).as("years come first").isEmpty();
  }

  @Test
  void everyBarOfTheTimelineLeadsToItsHits() throws Exception {
    Document page = server.page("/search?q=harbour+OR+tide");
    assertThat(page.select(".timeline svg a")).isNotEmpty();
    for (Element bar : page.select(".timeline svg a")) {
      String count = server.page(bar.attr("href")).select(".count").text();
      assertThat(bar.attr("aria-label")).endsWith(": " + count);
      assertThat(bar.select("title").text()).isEqualTo(bar.attr("aria-label"));
    }
  }

  @Test
  void sharesAreOfAllArticlesThatTheFiltersLeave() throws Exception {
    String address = "q=pilots&source=Ellery+Pilots%E2%80%99+Gazette&measure=share";
    JsonNode buckets = server.json("/search.json?" + address).path("timeline").path("buckets");
    assertThat(buckets).isNotEmpty().allMatch(bucket -> bucket.path("of").asLong() == 1);
    JsonNode plain = server.json("/search.json?q=pilots").path("timeline").path("buckets");
    assertThat(plain).isNotEmpty().noneMatch(bucket -> bucket.has("of"));
    Document page = server.page("/search?q=rise+OR+barley&measure=share");
    assertThat(page.select(".timeline svg a").getFirst().attr("aria-label"))
        .isEqualTo("1987: 100%, 1 of 1 article");
    assertThat(page.select(".measures [aria-current]").text()).isEqualTo("Share of all");
    assertThat(page.select(".hit h2 a").attr("href")).contains("measure=share");
  }

  @Test
  void undatedHitsAreToldBesideTheTimelineAndLeadToThem() throws Exception {
    Document page = server.page("/search?q=harbour+OR+China+OR+tide");
    Element undated = page.select(".apart a").getFirst();
    assertThat(undated.text()).isEqualTo("1 undated");
    assertThat(server.page(undated.attr("href")).select(".count").text()).isEqualTo("1 article");
  }

  @Test
  void noDataIsToldApartFromNoHits() throws Exception {
    assertThat(
            server
                .page("/search?q=barley&from=1992-01-01&to=1992-12-31")
                .select(".notice h2")
                .text())
        .isEqualTo("No data");
    assertThat(server.page("/search?q=barley+date:1992").select(".notice h2").text())
        .isEqualTo("No data");
    assertThat(
            server
                .page("/search?q=barley&from=2022-01-01&to=2022-12-31")
                .select(".notice h2")
                .text())
        .isEqualTo("Nothing matches");
  }

  @Test
  void lastHitIsReachedFromTheLastNumberedPage() throws Exception {
    String path = "/search?q=sluice&size=100&page=100";
    Document page = server.page(path);
    int seen = 0;
    while (!page.select("a[rel=next]").isEmpty()) {
      seen += page.select(".hit").size();
      page = server.page(page.select("a[rel=next]").attr("href"));
    }
    seen += page.select(".hit").size();
    assertThat(seen).isEqualTo(100 + MANY - 10_000);
    assertThat(page.select(".hit h2 a").getLast().attr("href"))
        .startsWith("/article/note-10029")
        .contains("after=");
    assertThat(page.select(".took").text()).contains("10,001 to 10,030 shown");
    assertThat(page.select(".paging [aria-current]").text()).isEqualTo("101");
  }

  @ParameterizedTest
  @CsvSource({
    "after=nonsense, after takes",
    "after=MTAgbjE6YQ, after takes",
    "year=87, year takes four digits",
    "year=0000, year takes four digits",
    "measure=loud, measure takes count or share",
    "page=1001, set after to the “next” value"
  })
  void whatIsWrongIsNamed(String parameters, String complaint) throws Exception {
    for (String path : List.of("/search.json?q=tide&", "/search?q=tide&")) {
      HttpResponse<String> answer = server.get(path + parameters);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains(complaint);
    }
  }

  @Test
  void barOfTheTimelineNarrowsInTheBrowserAndItsChipWidens() {
    browser.go("/search?q=tide");
    browser.follow(browser.driver().findElement(By.cssSelector("[aria-label^='3 March 2022']")));
    assertThat(browser.place()).isEqualTo("/search?q=tide&from=2022-03-03&to=2022-03-03");
    assertThat(browser.one(".count").getText()).isEqualTo("1 article");
    browser.follow(".chip");
    assertThat(browser.place()).isEqualTo("/search?q=tide&to=2022-03-03");
    assertThat(browser.one(".count").getText()).isEqualTo("3 articles");
  }

  @Test
  void datesAreSetInTheirFieldsAndKeepTheRest() {
    browser.go("/search?q=tide&sort=newest&page=2");
    browser.driver().executeScript("document.getElementById('from').value = '2022-03-10'");
    browser.follow(".dates button");
    assertThat(browser.place()).isEqualTo("/search?q=tide&sort=newest&from=2022-03-10&to=");
    assertThat(browser.one(".count").getText()).isEqualTo("16 articles");
  }

  @Test
  void wrongParametersPageOffersTheSameSearchWithoutThem() throws Exception {
    HttpResponse<String> answer =
        server.get("/search?q=tide&size=1000&from=yesterday&sort=newest&year=last");
    assertThat(answer.statusCode()).isEqualTo(400);
    String retry = Jsoup.parse(answer.body()).select(".problem a").attr("href");
    assertThat(retry).isEqualTo("/search?q=tide&sort=newest");
    assertThat(server.page(retry).select(".count").text()).isEqualTo("25 articles");
    assertThat(Jsoup.parse(server.get("/nowhere").body()).select(".problem a").eachAttr("href"))
        .containsExactly("/");
  }

  @Test
  void wholeHitIsSetInTheDirectionOfItsLanguage() throws Exception {
    Document page = server.page("/search?from=2021-01-01&to=2021-12-31&sort=oldest");
    assertThat(page.select(".hit").eachAttr("dir")).containsExactly("rtl");
    assertThat(page.select(".hit[dir]").attr("lang")).isEqualTo("he");
    assertThat(server.page("/search?q=language:ar").select(".hit .matches").text())
        .isEqualTo("language ar");
  }

  @Test
  void filtersOpenAboveTheHitsOnAPhoneAndAreAlwaysOpenBesideThem() {
    browser.width(320);
    browser.go("/search?q=harbour+OR+tide");
    assertThat(browser.one(".dates button").isDisplayed()).isFalse();
    browser.one(".filter-box summary").click();
    assertThat(browser.one(".dates button").isDisplayed()).isTrue();
    assertThat(browser.one("#narrow").getLocation().getY())
        .isLessThan(browser.one(".hits").getLocation().getY());
    assertThat(browser.contentWidth()).isLessThanOrEqualTo(320);
    browser.width(1280);
    browser.go("/search?q=harbour+OR+tide");
    assertThat(browser.one(".dates button").isDisplayed()).isTrue();
    assertThat(browser.one(".filter-box summary").isDisplayed()).isFalse();
  }

  @Test
  void recentSearchesAreListedOnTheFrontPageOfThisBrowserUntilForgotten() throws Exception {
    assertThat(server.page("/").select(".recent[hidden] li")).isEmpty();
    browser.go("/search?q=harbour+%22tide%22");
    browser.go("/search?q=pier");
    browser.go("/search?q=harbour+%22tide%22&sort=newest");
    browser.go("/");
    assertThat(browser.texts(".recent li").subList(0, 2))
        .containsExactly("harbour \"tide\"", "pier");
    browser.follow(".recent li a");
    assertThat(browser.place()).isEqualTo("/search?q=harbour%20%22tide%22");
    browser.go("/");
    browser.one(".recent button").click();
    assertThat(browser.one(".recent").isDisplayed()).isFalse();
    browser.go("/");
    assertThat(browser.one(".recent").isDisplayed()).isFalse();
  }

  private static Element value(Document page, String facet, String label) {
    return page.select("nav[aria-labelledby=by-" + facet + "] .values a").stream()
        .filter(link -> link.select(".value").text().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** The first link where nothing matches leads to articles, as many as it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          barley&from=2022-01-01&to=2022-12-31 | Without the filters
          barley&from=1992-01-01&to=1992-12-31 | Without the filters
          barley+date%3A1992                   | Without the dates
          %22tide+barley%22                    | Without the quotes
          barley+AND+xqzzyk+-balloon           | Without xqzzyk
          %22harbour+board%22+AND+xqzzyk       | Without xqzzyk
          barley+AND+balloon                   | Any of its parts
          """)
  void nothingLeadsToWhatDoesMatch(String query, String text) throws Exception {
    Document page = server.page("/search?q=" + query);
    assertThat(page.select(".next-step a").eachText()).as(query).containsExactly(text);
    Document next = server.page(page.select(".next-step a").attr("href"));
    assertThat(next.select(".hit")).isNotEmpty();
    assertThat(page.select(".next-step").text())
        .isEqualTo(text + ": " + next.select(".count").text());
  }

  @Test
  void theCountSaysFirstThatNoArticleHasAllOfIt() throws Exception {
    assertThat(server.page("/search?q=xqzzyk+barley").select(".count").text())
        .matches("No article has both\\. [0-9]+ ha(s|ve) barley\\.");
  }

  @Test
  void adviceIsOnlyOnThisQuery() throws Exception {
    Document unknown = server.page("/search?q=xqzzyk");
    assertThat(unknown.select(".next-step, .clauses")).isEmpty();
    assertThat(unknown.select(".notice p").eachText())
        .first()
        .isEqualTo("No article has this word.");
    assertThat(unknown.select(".advice").text())
        .contains("wildcard", "tilde", "what this archive covers")
        .doesNotContain("quotes", "fewer words");
    assertThat(server.page("/search?q=barley+AND+balloon").select(".advice").text())
        .doesNotContain("wildcard", "quotes", "fewer words");
    assertThat(server.page("/search?q=xqzzyk&from=2021-01-01").select(".next-step")).isEmpty();
  }
}
