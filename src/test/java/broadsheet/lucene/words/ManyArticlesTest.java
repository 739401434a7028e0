package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of many articles, words are counted in the postings and not in the texts. */
class ManyArticlesTest {

  private static final int STORMS = 2_050;
  private static final int CALMS = 150;

  @TempDir private Path folder;

  private static Article article(int number, String text) {
    return Article.withId("a" + number).title("Größe " + number).paragraphs(List.of(text)).build();
  }

  @Test
  void keywordsOfMostOfAnArchiveAreExact() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < STORMS; i++) {
      articles.add(article(i, "storm " + (i % 2 == 0 ? "élan elan" : "calm") + " n" + i));
    }
    for (int i = 0; i < CALMS; i++) {
      articles.add(article(STORMS + i, "calm calm élan n" + (STORMS + i)));
    }
    TestIndex.build(folder, articles);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder, Duration.ofMinutes(10))) {
      WordSet storms = new WordSet(new QueryNode.Word("storm"), Filters.none(), false);
      Keywords found =
          engine
              .workbench()
              .keywords(new KeywordsRequest(storms, Optional.empty(), true, STORMS / 2, 10));
      assertThat(found.extent()).isEqualTo(new Extent(STORMS, STORMS, true));
      assertThat(found.otherExtent()).isEqualTo(new Extent(CALMS, CALMS, true));
      assertThat(found.words()).isEqualTo(STORMS * 4L + STORMS / 2 + STORMS);
      assertThat(found.otherWords()).isEqualTo(CALMS * 6L);
      assertThat(found.keywords())
          .extracting(word -> Tuple.tuple(word.word(), word.count(), word.otherCount()))
          .containsExactly(
              Tuple.tuple("storm", (long) STORMS, 0L),
              Tuple.tuple("elan", (long) STORMS, (long) CALMS),
              Tuple.tuple("grosse", (long) STORMS, (long) CALMS));
    }
  }
}
