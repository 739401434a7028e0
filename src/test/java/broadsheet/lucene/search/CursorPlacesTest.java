package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.article.Article;
import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of cursors, as encoded by this engine. */
class CursorPlacesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "r", "r:", "rzz:a", "n1:a", "x1:a", "r100000000000:a", "c extra", "n:a"})
  void cursorOfAnotherSearchIsRefused(String place) {
    Article[] articles =
        IntStream.range(0, 30)
            .mapToObj(i -> TestIndex.article("a" + i, "grain " + i))
            .toArray(Article[]::new);
    SearchRequest request = SearchRequest.of(new QueryNode.Word("grain"));
    try (LuceneSearchEngine engine = TestIndex.engine(folder, articles)) {
      assertThatExceptionOfType(CursorException.class)
          .isThrownBy(() -> engine.search(request.after(new PageCursor(10, place))));
      assertThatExceptionOfType(CursorException.class)
          .isThrownBy(() -> engine.search(request.after(new PageCursor(1_000_000_000, "c"))));
    }
  }
}
