package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.ledger.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** One part of the contract that every engine must pass. Uses only the port. */
abstract class EngineContract {

  /** A folder for the indexes of one test. */
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  /** The engine at a place; the place is empty at first. */
  abstract Engine at(Path place);

  /** Rebuilds the index at a place from these articles, which belong to no file. */
  void build(Path place, List<Article> articles) {
    try (IndexingSession session = at(place).rebuild(StandingAlerts.none())) {
      articles.forEach(session::add);
      session.commit(List.of(new Source("/test", "")));
    }
  }

  /** An engine over a new index of these articles. */
  SearchEngine engine(Path place, Article... articles) {
    build(place, List.of(articles));
    return open(place);
  }

  /** With time enough on a busy machine, so that no answer is cut short. */
  SearchEngine open(Path place) {
    return open(place, Duration.ofMinutes(10));
  }

  SearchEngine open(Path place, Duration limit) {
    return at(place).search(limit);
  }
}
