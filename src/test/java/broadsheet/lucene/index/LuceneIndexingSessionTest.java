package broadsheet.lucene.index;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import broadsheet.engine.NameMode;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexingSessionTest {

  @TempDir private Path folder;

  @Test
  void secondWriterIsRefusedUntilTheFirstIsDone() {
    try (LuceneIndexingSession first =
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS)) {
      first.add(article("first", "Rain."));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(
              () ->
                  LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS).close())
          .withMessageStartingWith("Another process is writing the index in " + folder);
      first.commit(List.of());
    }
    LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS).close();
  }

  @Test
  void twoArticlesAtOnePlaceAreRefusedAndNothingIsCommitted() {
    TestIndex.build(folder, List.of(article("before", "Snow.")));
    for (boolean isUpdate : List.of(false, true)) {
      try (LuceneIndexingSession session = session(isUpdate)) {
        session.begin("/news/a.txt");
        session.add("/news/a.txt", article("one", "Rain.").toBuilder().location("a.txt").build());
        session.begin("/news/a.txt");
        session.add("/news/a.txt", article("two", "Hail.").toBuilder().location("a.txt").build());
        assertThatExceptionOfType(EngineException.class)
            .isThrownBy(() -> session.commit(List.of()))
            .withMessageContaining("Two articles have the place /news/a.txt a.txt,");
      }
      assertThat(found("snow", "rain", "hail")).containsExactly(1L, 0L, 0L);
    }
  }

  @Test
  void placeThatIsTakenTwiceInAnUpdateIsRefused() {
    Article rain = article("one", "Rain.").toBuilder().location("a.txt").build();
    TestIndex.build(folder, List.of());
    TestIndex.update(folder, "/news/a.txt", List.of(rain));
    try (LuceneIndexingSession session = session(true)) {
      session.add("/news/a.txt", rain);
      session.add("/news/a.txt", article("two", "Hail.").toBuilder().location("a.txt").build());
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> session.commit(List.of()))
          .withMessageStartingWith("The index would hold 2 instead of 1 articles.");
    }
    assertThat(found("rain", "hail")).containsExactly(1L, 0L);
  }

  @Test
  void articleThatWouldBeLostIsNoticedBeforeTheCommit() throws IOException {
    TestIndex.build(folder, List.of(article("rain", "Rain."), article("hail", "Hail.")));
    try (OpenedIndex index = OpenedIndex.forUpdate(IndexFolder.searched(folder))) {
      RecordUniquenessCheck check = new RecordUniquenessCheck(index.writer(), index.prior());
      check.requireDistinct();
      check.requireGain(0);
      assertThatExceptionOfType(EngineException.class).isThrownBy(() -> check.requireGain(1));
      index.writer().deleteDocuments(new Term(IndexSchema.ID, "hail"));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> check.requireGain(0))
          .withMessageStartingWith("The index would hold 1 instead of 2 articles.");
      check.requireGain(-1);
    }
  }

  @Test
  void everyPlaceOfAnArticleReadOftenIsCounted() {
    List<Article> same = Collections.nCopies(250, article("rain", "Rain."));
    TestIndex.build(folder, same);
    TestIndex.update(folder, "/news/a.txt", same);
    try (OpenedIndex index = OpenedIndex.forUpdate(IndexFolder.searched(folder))) {
      assertThat(index.attempt(index.prior()::places)).isEqualTo(500);
    }
  }

  private LuceneIndexingSession session(boolean isUpdate) {
    return isUpdate
        ? LuceneIndexingSession.update(IndexFolder.searched(folder), NameMode.AS_IS)
        : LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS);
  }

  private List<Long> found(String... words) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      return Arrays.stream(words)
          .map(word -> (long) TestIndex.ids(engine, new QueryNode.Word(word)).size())
          .toList();
    }
  }
}
