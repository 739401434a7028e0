package broadsheet.lucene.index;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.engine.EngineException;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexingSessionTest {

  @TempDir private Path folder;

  @Test
  void secondWriterIsRefusedUntilTheFirstIsDone() {
    try (LuceneIndexingSession first = LuceneIndexingSession.open(folder)) {
      first.add(article("first", "Rain."));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> LuceneIndexingSession.open(folder).close())
          .withMessageStartingWith("Another process is writing the index in " + folder);
      first.commit(List.of());
    }
    LuceneIndexingSession.open(folder).close();
  }

  @Test
  void idGivenTwiceGetsANumber() {
    try (LuceneIndexingSession session = LuceneIndexingSession.open(folder)) {
      session.add(article("a", "Rain."));
      session.add(article("a", "Sun."));
      session.commit(List.of());
    }
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      assertThat(engine.articleCount()).isEqualTo(2);
      assertThat(TestIndex.ids(engine, new QueryNode.Everything())).containsOnly("a", "a~2");
    }
  }
}
