package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar on the page about the archive. */
class CorpusPageIT {

  @Test
  void everyCellLeadsToAsManyArticles() throws Exception {
    try (TestServer server = TestServer.shared()) {
      int cells = 0;
      for (Element row : page(server, "/corpus").select(".calendar tbody tr")) {
        for (Element link : row.select("a")) {
          String count = link.is("th a") ? row.select(".sum").text() : link.text();
          String search = link.attr("href").replaceFirst("^/search", "/search.json");
          assertThat(json(server, search).at("/total/value").asText()).as(search).isEqualTo(count);
          cells++;
        }
      }
      assertThat(cells).isGreaterThan(10);
    }
  }

  /** Includes a source whose name is markup. */
  @Test
  void everyRowAddsUp() throws Exception {
    try (TestServer server = TestServer.shared()) {
      Document page = page(server, "/corpus");
      assertThat(page.select(".calendar tbody th").eachText())
          .startsWith("All sources", "Ellery Pilots’ Gazette")
          .contains("Hostile " + SampleArticles.SCRIPT, "صحيفة المرفأ")
          .endsWith("No source stated");
      assertThat(page.select(".calendar script")).isEmpty();
      for (Element row : page.select(".calendar tbody tr")) {
        assertThat(row.select("td:not(.sum) > :not(.unseen)").eachText().stream())
            .as(row.text())
            .extracting(Integer::parseInt)
            .satisfies(
                counts ->
                    assertThat(counts.stream().mapToInt(i -> i).sum())
                        .isEqualTo(Integer.parseInt(row.select(".sum").text())));
      }
    }
  }

  @Test
  void monthWithoutArticlesIsSaidToHaveNoData() throws Exception {
    try (TestServer server = TestServer.over(monthly("1990-01", 3, 2))) {
      List<Element> cells = page(server, "/corpus").select(".calendar tbody td:not(.sum)");
      assertThat(cells).extracting(Element::text).containsExactly("1", "no data", "1");
      assertThat(cells).extracting(Element::className).containsExactly("n1", "none", "n1");
    }
  }

  /** The column headings for an archive of this many months. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1990-05 | 1    | 1990; May
          1990-11 | 4    | 1990; 1991; Nov; Dec; Jan; Feb
          1990-11 | 14   | 1990; 1991; Nov; Dec; Jan; Feb; Mar; Apr; May; Jun; Jul; Aug; Sep; Oct; Nov; Dec
          1990-11 | 36   | 1990; 1991; 1992; 1993
          1871-01 | 1800 | 1870s; 1880s; 1890s; 1900s; 1910s; 1920s; 1930s; 1940s; 1950s; 1960s; 1970s; 1980s; 1990s; 2000s; 2010s; 2020s
          0950-01 | 12600 | 0900–0999; 1000–1099; 1100–1199; 1200–1299; 1300–1399; 1400–1499; 1500–1599; 1600–1699; 1700–1799; 1800–1899; 1900–1999
          """)
  void columnsAreNeverMany(String first, int months, String headings) throws Exception {
    try (TestServer server = TestServer.over(monthly(first, months, Math.max(1, months / 30)))) {
      List<String> shown = page(server, "/corpus").select(".calendar thead th").eachText();
      shown.removeAll(List.of("Source", "Total"));
      assertThat(String.join("; ", shown)).isEqualTo(headings);
    }
  }

  @Test
  void decadeLeadsToItsYearsAndTheseToTheirMonths() throws Exception {
    try (TestServer server = TestServer.over(monthly("1871-01", 1800, 7))) {
      Document whole = page(server, "/corpus");
      Document decade = page(server, href(whole, ".calendar thead", "1980s"));
      assertThat(decade.select(".calendar thead th").eachText())
          .containsSequence("Source", "Total", "1980", "1981");
      Document year = page(server, href(decade, ".calendar thead", "1987"));
      assertThat(year.select(".calendar thead th").eachText())
          .containsSequence("Source", "Total", "1987")
          .containsSequence("Jan", "Feb", "Mar");
      assertThat(year.select("nav[aria-label=Other years] a").eachText())
          .containsExactly("All years", "1980s", "1986", "1988");
      assertThat(year.select("#calendar").text()).isEqualTo("Calendar 1987");
      assertThat(count(decade, ".calendar tbody td:nth-of-type(9)"))
          .isEqualTo(year.select(".calendar td a").size())
          .isGreaterThan(0);
      assertThat(page(server, "/corpus?period=1750").select(".calendar td.none")).hasSize(12);
    }
  }

  private static int count(Document page, String selector) {
    return Integer.parseInt(page.select(selector).text());
  }

  @Test
  void whatIsKnownToTheYearOnlyHasAColumnOfItsOwn() throws Exception {
    List<Article> articles =
        List.of(
            dated("a", "1987-02-26"), dated("b", "1987"), dated("c", ""), dated("d", "1987-03"));
    try (TestServer server = TestServer.over(articles)) {
      Document page = page(server, "/corpus?period=1987");
      assertThat(page.select(".calendar thead th").eachText())
          .endsWith("Nov", "Dec", "month unknown");
      assertThat(page.select(".calendar td:not(.none)").eachText())
          .containsExactly("4", "1", "1", "1", "1");
      assertThat(page.select(".took a").text()).isEqualTo("1 article");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1987-02", "X987", "19870", "198x", "١٩٨٧", "all"})
  void wrongPeriodIsNamed(String period) throws Exception {
    try (TestServer server = TestServer.shared()) {
      var answer =
          server.get("/corpus.json?period=" + URLEncoder.encode(period, StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("period takes a year such as 1987, a decade (198X) or a century (19XX), not");
    }
  }

  @Test
  void dataTwinHasEveryMonth() throws Exception {
    try (TestServer server = TestServer.shared()) {
      JsonNode coverage = json(server, "/corpus.json").get("coverage");
      List<Article> articles = SampleArticles.all();
      assertThat(coverage.at("/all/articles").asInt()).isEqualTo(articles.size());
      assertThat(coverage.at("/all/undated").asInt()).isEqualTo(1);
      assertThat(coverage.at("/all/years/1963").asInt()).isEqualTo(1);
      assertThat(coverage.at("/sources/0/source").asText()).isEqualTo("Ellery Pilots’ Gazette");
      assertThat(coverage.at("/sources/0/holdings/months/2022-03").asInt()).isEqualTo(25);
      assertThat(coverage.at("/unstated/undated").asInt()).isEqualTo(1);
      assertThat(coverage.at("/others/articles").asInt()).isZero();
      assertThat(coverage.at("/languages/0/value").asText()).isEqualTo("en");
      assertThat(coverage.at("/languageUnknown").asLong())
          .as("those too short to show it are assumed to be in the archive's language")
          .isZero();
    }
  }

  @Test
  void archiveWithoutDatesHasATableStill() throws Exception {
    try (TestServer server = TestServer.over(List.of(dated("a", "")))) {
      Document page = page(server, "/corpus");
      assertThat(page.select(".calendar thead th").eachText())
          .containsExactly("Source", "Total", "Undated");
    }
  }

  @Test
  void narrowScreenScrollsTheTableAndNotThePage() throws Exception {
    try (TestServer server = TestServer.over(monthly("1871-01", 1800, 7));
        Browser browser = Browser.open(server)) {
      browser.width(320);
      browser.go("/corpus");
      assertThat(browser.contentWidth()).isEqualTo(320);
      Object isScrolling =
          browser
              .driver()
              .executeScript(
                  "const t = document.querySelector('.calendar').closest('.scroll');"
                      + "return t.scrollWidth > t.clientWidth && t.tabIndex === 0");
      assertThat(isScrolling).isEqualTo(true);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Numbers can be read on every shade, in both themes. */
  @Test
  void everyShadeIsReadable() throws Exception {
    List<Article> articles = new ArrayList<>(monthly("1990-01", 1, 1));
    IntStream.range(0, 12).forEach(i -> articles.add(dated("many-" + i, "1990-02-01")));
    try (TestServer server = TestServer.over(articles);
        Browser browser = Browser.open(server)) {
      for (String theme : List.of("light", "dark")) {
        browser.theme(theme);
        browser.go("/corpus");
        for (int step = 1; step <= 5; step++) {
          browser
              .driver()
              .executeScript(
                  "document.querySelector('.calendar td:not(.sum)').className = arguments[0]",
                  "n" + step);
          assertThat(Contrast.pieces(browser.driver(), ".calendar td.n" + step + " a"))
              .isNotEmpty()
              .allSatisfy(piece -> assertThat(piece.contrast()).isGreaterThanOrEqualTo(4.5));
        }
      }
    }
  }

  /** An article in every n-th month, including the first and the last. */
  private static List<Article> monthly(String first, int months, int step) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < months; i += step) {
      YearMonth month = YearMonth.parse(first).plusMonths(i);
      articles.add(dated("article-" + month, month + "-15"));
    }
    YearMonth last = YearMonth.parse(first).plusMonths(months - 1L);
    articles.removeIf(article -> article.id().equals("article-" + last));
    articles.add(dated("article-" + last, last + "-15"));
    return articles;
  }

  private static Article dated(String id, String date) {
    return Article.withId(id)
        .title("Story " + id)
        .source("The Evening Lantern")
        .publishedAt(date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date))
        .build();
  }

  private static String href(Document page, String within, String text) {
    return page.select(within + " a").stream()
        .filter(link -> link.text().equals(text))
        .findFirst()
        .orElseThrow()
        .attr("href")
        .replaceAll("#.*", "");
  }

  private static Document page(TestServer server, String path)
      throws IOException, InterruptedException {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static JsonNode json(TestServer server, String path)
      throws IOException, InterruptedException {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
