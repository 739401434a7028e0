package broadsheet.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.StoredArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCountsTest {

  @TempDir private Path folder;

  @Test
  void longArticleIsLookedAtInBoundedTime() {
    Article article = TestIndex.article("long", noise(1, 200_000));
    assertThat(wordsRead(article)).isBetween(1_000, 7_000);
    TestIndex.build(folder, List.of(article, TestIndex.article("long2", noise(1, 1_000))));
    try (var engine = LuceneSearchEngine.open(folder, Duration.ofMinutes(30))) {
      assertThat(engine.similarTo("long", 5).isComplete()).isTrue();
    }
  }

  /** How many different words of an article are counted. */
  private static int wordsRead(Article article) {
    Document document = ArticleDocument.of(IndexedArticle.of("/test", article, 1));
    return new WordCounts(new StoredArticle(document)).mostFrequent(Integer.MAX_VALUE).size();
  }

  private static String noise(long seed, int words) {
    Random random = new Random(seed);
    return random
        .ints(words, 0, 50_000)
        .mapToObj(
            number ->
                Integer.toString(number, 26)
                    .chars()
                    .map(c -> Character.isDigit(c) ? c - '0' + 'q' : c)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("", "z", "")))
        .collect(Collectors.joining(" "));
  }
}
