package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of newspapers and their calendars, with more newspapers than any limit. */
class IssuesIT {
  private static final int PAPERS = 1_500;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      articles.add(printed("Paper " + i, "1904-01-" + (10 + i % 10), 1, ""));
    }
    for (int i = 0; i < 60; i++) { // those that are frequent crowd out nobody
      for (int copy = 0; copy < 3; copy++) {
        articles.add(printed("Big " + i, (1800 + copy) + "-05-01", 1, ""));
      }
      articles.add(
          Article.withId("web-" + i)
              .title("Not printed")
              .paragraphs(List.of("Read on the web, number " + i + "."))
              .source("Web " + i)
              .build());
    }
    articles.add(printed("THE STAR", "1911-02-03", 1, ""));
    articles.add(printed("The Star", "1911-02-03", 1, ""));
    articles.add(printed("The Undated", "", 1, ""));
    articles.add(printed("The Vague", "1920-06", 1, ""));
    articles.add(printed("The Vague", "1920-06-02", 1, ""));
    for (int year = 1500; year < 1950; year++) {
      articles.add(printed("The Long", year + "-07-01", 1, ""));
    }
    for (String edition : List.of("morning", "evening")) {
      for (int page = 1; page <= 2; page++) {
        articles.add(
            printed("The Twice", "1930-04-05", page, "/scans/" + edition + "/" + page + ".png"));
      }
    }
    server = TestServer.over(articles);
  }

  private static Article printed(String paper, String date, int page, String image) {
    String text = paper + " of " + date + ", page " + page + " " + image;
    PrintedPage place = new PrintedPage(page, Integer.toString(page), 0, 0, image);
    return Article.withId(Integer.toHexString(text.hashCode()))
        .title(text)
        .paragraphs(List.of("All the news of " + text + "."))
        .source(paper)
        .publishedAt(date.isEmpty() ? PublicationDate.unknown() : PublicationDate.stated(date))
        .positions(new Positions(List.of(place), WordPlaces.NONE, Positions.UNKNOWN_QUALITY))
        .build();
  }

  @Test
  void everyNewspaperIsListedOnceByItsName() throws Exception {
    List<String> parts = server.page("/issues").select(".parts a").eachAttr("href");
    assertThat(parts).hasSize(16);
    List<String> listed = new ArrayList<>();
    Set<String> spans = new LinkedHashSet<>();
    for (String part : parts) {
      Document page = server.page(part);
      listed.addAll(page.select(".newspapers a").eachText());
      spans.addAll(page.select(".newspapers li").eachText());
    }
    assertThat(listed).hasSize(PAPERS + 60 + 6).doesNotHaveDuplicates();
    assertThat(listed).contains("Paper 0", "Paper 1499", "THE STAR", "The Star", "Big 59");
    assertThat(listed).noneMatch(name -> name.startsWith("Web"));
    assertThat(listed).isSortedAccordingTo((a, b) -> lower(a).compareTo(lower(b)));
    assertThat(spans).contains("The Undated undated", "The Long 1500–1949", "Paper 7 1904");
    assertThat(server.page("/issues?page=99").select(".parts [aria-current]").text())
        .contains("The");
    assertThat(server.page("/issues?page=x").select(".newspapers li")).hasSize(100);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Test
  void calendarHasAllYears() throws Exception {
    Document page = server.page("/issues?source=The+Long");
    assertThat(page.select(".years a")).hasSize(450);
    assertThat(server.page("/issues?source=The+Long&year=1949").select(".month td a")).hasSize(1);
  }

  @Test
  void whatIsOnNoDayIsLedToBySearches() throws Exception {
    Document undated = server.page("/issues?source=The+Undated");
    assertThat(undated.text()).contains("1 article without a date").doesNotContain("no scanned");
    assertThat(server.page(undated.select(".took a").attr("href")).select("article.hit"))
        .hasSize(1);
    Document vague = server.page("/issues?source=The+Vague");
    assertThat(vague.text()).contains("1 article of 1920 dated only by month or year");
    assertThat(server.page(vague.select(".took a").attr("href")).select("article.hit")).hasSize(2);
  }

  @Test
  void editionsOfADayComeOneAfterAnother() throws Exception {
    Document issue = server.page("/issues?source=The+Twice&date=1930-04-05");
    assertThat(issue.select(".issue-page h2").eachText())
        .containsExactly("Page 1", "Page 2", "Page 1", "Page 2");
    assertThat(issue.select(".issue-page li").eachText())
        .extracting(title -> title.replaceAll(".*/scans/(.*)", "$1"))
        .containsExactly("evening/1.png", "evening/2.png", "morning/1.png", "morning/2.png");
  }
}
