package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCacheTest {

  @TempDir private Path folder;

  /** An engine that is open when a commit comes counts anew, and only then. */
  @Test
  void eachCommitIsCountedAnew() throws InterruptedException {
    TestIndex.build(folder, List.of(article("1987-02-01")));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      assertThat(engine.coverage()).isSameAs(engine.coverage());
      TestIndex.build(folder, List.of(article("1988-02-01")));
      long end = System.nanoTime() + 10_000_000_000L;
      while (engine.coverage().all().in(YearMonth.of(1988, 2)) == 0) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(20);
      }
    }
  }

  private static Article article(String date) {
    return TestIndex.article("1", "Harbour story").toBuilder()
        .source("Lantern")
        .publishedAt(PublicationDate.stated(date))
        .build();
  }
}
