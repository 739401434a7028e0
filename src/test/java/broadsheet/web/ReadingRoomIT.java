package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results that a reader sees without scrolling, on articles as news archives have them. */
@SuppressWarnings("NullAway.Init")
class ReadingRoomIT {

  @AutoClose private static TestServer server;

  private static final List<String> WORDS =
      List.of(
          ("council island winter fare captain pilot cargo ice storm repair strike passenger crew"
                  + " lantern customs pier barge timber herring market inquiry budget railway")
              .split(" "));

  /** Articles with long headlines, several authors, sections, and long sentences that match. */
  private static List<Article> articles() {
    Random random = new Random(20);
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    for (int i = 0; i < 30; i++) {
      articles.add(
          Article.withId("ferry-" + i)
              .title("Ferry company and harbour board agree on the " + words(3, random))
              .authors(List.of("Ruth Amsel", "Piet van Doorn", "Ada Quill", "Ines Roth"))
              .source(i % 2 == 0 ? "The Evening Lantern" : "Ellery Pilots’ Gazette")
              .section("Harbour")
              .topics(List.of("shipping", "timetables"))
              .publishedAt(PublicationDate.stated("2023-0" + (1 + i % 9) + "-11"))
              .paragraphs(
                  List.of(
                      "The ferry "
                          + words(20, random)
                          + " under the ice "
                          + words(14, random)
                          + ".",
                      "At the harbour board the " + words(30, random) + " timetable."))
              .build());
    }
    return articles;
  }

  private static String words(int number, Random random) {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(number)
        .collect(Collectors.joining(" "));
  }

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.alerting(articles());
  }

  /** 640 by 450 is a window of 1280 by 900 at a zoom of 200 %. */
  @ParameterizedTest
  @CsvSource({"1280, 900, 4", "1920, 1080, 6", "390, 844, 2", "640, 450, 1"})
  void wholeHitsAreOnTheFirstScreen(int width, int height, int hits) {
    for (boolean isScripted : new boolean[] {true, false}) {
      try (Browser browser = isScripted ? Browser.open(server) : Browser.withoutScript(server)) {
        browser.size(width, height);
        for (String query : List.of("ferry+harbour", "%22harbour+board%22+ice", "timetable*")) {
          browser.go("/search?q=" + query);
          assertThat(browser.all("article.hit"))
              .filteredOn(hit -> hit.getRect().getY() + hit.getRect().getHeight() <= height)
              .as("%s, scripts %s", query, isScripted)
              .hasSizeGreaterThanOrEqualTo(hits);
        }
      }
    }
  }

  @Test
  void nothingIsLostForIt() {
    try (Browser browser = Browser.open(server)) {
      browser.size(1280, 900);
      browser.go("/search?q=ferry+harbour");
      assertThat(browser.one(".reading").getText()).contains("ferry and harbour");
      assertThat(browser.texts(".sorts a")).contains("Newest first", "Oldest first");
      assertThat(browser.shown(".timeline .bar, .narrowing .values a, .dates input")).isNotEmpty();
      browser.one(".share summary").click();
      assertThat(browser.texts(".take-away a")).contains("CSV", "BibTeX");
      browser.one(".chart-more summary").click();
      assertThat(browser.texts(".measures a")).contains("Share of all", "Compare over time");
    }
  }
}
