package broadsheet.web.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnThisDayTest {
  @TempDir private Path folder;

  private List<OnThisDay.Anniversary> on(LocalDate today, String... dates) {
    List<Article> articles = new ArrayList<>();
    for (String date : dates) {
      for (String title : List.of("Notices", "The harbour on " + date)) {
        articles.add(
            Article.withId(date + "-" + title.length())
                .title(title)
                .paragraphs(List.of("Ships came and went on " + date + ", " + title + "."))
                .publishedAt(PublicationDate.stated(date))
                .build());
      }
    }
    TestIndex.build(folder.resolve("index"), articles);
    try (SearchEngine engine =
        LuceneSearchEngine.open(folder.resolve("index"), Duration.ofSeconds(10))) {
      return new OnThisDay(engine).articles(today);
    }
  }

  @Test
  void roundAnniversariesComeFirstAndTheOldestIsOnTop() {
    List<OnThisDay.Anniversary> found =
        on(
            LocalDate.of(2024, 1, 17),
            "1904-01-17",
            "1904-01-18",
            "1921-01-17",
            "1924-01-17",
            "1974-01-17",
            "2023-01-17",
            "2024-01-17",
            "1999-01",
            "1999-02-17");
    assertThat(found)
        .extracting(OnThisDay.Anniversary::years, article -> article.hit().title().text())
        .containsExactly(
            tuple(120, "The harbour on 1904-01-17"),
            tuple(100, "The harbour on 1924-01-17"),
            tuple(50, "The harbour on 1974-01-17"));
  }

  @Test
  void anArchiveOfOneYearHasNone() {
    assertThat(on(LocalDate.of(2024, 1, 17), "2024-01-17", "2024-01-16")).isEmpty();
  }

  @Test
  void theLeapDayIsLookedForInLeapYearsOnly() {
    assertThat(on(LocalDate.of(2024, 2, 29), "1904-02-29", "1923-02-28", "1923-03-01"))
        .extracting(OnThisDay.Anniversary::years)
        .containsExactly(120);
  }
}
