package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison finds differences. */
class SameAnswersTest {

  @TempDir private Path folder;

  private final List<Article> articles = RandomArchive.of(new Random(11), 60);
  private final List<SearchRequest> requests = UpdateContract.requests(new Random(11));

  private SearchEngine engine(String name, List<Article> of) {
    Engine engine = Engines.open(folder.resolve(name));
    try (IndexingSession session = engine.rebuild()) {
      of.forEach(session::add);
      session.commit(List.of(ImaginedFiles.SOURCE));
    }
    return engine.search(Duration.ofMinutes(1));
  }

  private void compare(List<Article> one, List<Article> other) {
    try (SearchEngine expected = engine("one", one);
        SearchEngine actual = engine("other", other)) {
      SameAnswers.assertSame(expected, actual, requests);
    }
  }

  @Thorough
  @Test
  void sameArticlesInAnotherOrderAnswerTheSame() {
    List<Article> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(12));
    assertThatNoException().isThrownBy(() -> compare(articles, shuffled));
  }

  @Test
  void oneWordMoreInOneArticleIsSeen() {
    List<Article> changed = new ArrayList<>(articles);
    Article first = articles.getFirst();
    changed.set(0, first.toBuilder().title(first.title() + " anew").build());
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> compare(articles, changed));
  }

  @Test
  void oneArticleLessIsSeen() {
    List<Article> fewer = articles.stream().filter(a -> !a.id().equals("a000")).toList();
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> compare(articles, fewer));
  }
}
