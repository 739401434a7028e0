package broadsheet.lucene.index;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexingSessionTest {

  @TempDir private Path folder;

  @Test
  void secondWriterIsRefusedUntilTheFirstIsDone() {
    try (LuceneIndexingSession first = LuceneIndexingSession.open(folder, ArrivalCopy.none())) {
      first.add(article("first", "Rain."));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> LuceneIndexingSession.open(folder, ArrivalCopy.none()).close())
          .withMessageStartingWith("Another process is writing the index in " + folder);
      first.commit(List.of());
    }
    LuceneIndexingSession.open(folder, ArrivalCopy.none()).close();
  }
}
