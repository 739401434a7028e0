package broadsheet.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.article.Article;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.StoredArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCountsTest {

  @TempDir private Path folder;

  @Test
  void longArticleIsLookedAtInBoundedTime() {
    Article article = TestIndex.article("long", NoiseWords.of(1, 200_000));
    assertThat(wordsRead(article)).isBetween(1_000, 7_000);
    TestIndex.build(folder, List.of(article, TestIndex.article("long2", NoiseWords.of(1, 1_000))));
    try (var engine = LuceneSearchEngine.open(folder, Duration.ofMinutes(30))) {
      assertThat(engine.similarTo("long", 5).isComplete()).isTrue();
    }
  }

  /** The number of different words of an article that are counted. */
  private static int wordsRead(Article article) {
    Document document = ArticleDocument.of(IndexedArticle.of("/test", article, 1));
    return new WordCounts(new StoredArticle(document)).mostFrequent(Integer.MAX_VALUE).size();
  }
}
