package broadsheet.engine;

import broadsheet.article.Article;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A part of the contract whose tests search one archive, which is indexed once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class SharedArchiveContract extends EngineContract {

  Engine archive;
  SearchEngine engine;

  /** The archive. */
  abstract List<Article> articles();

  @BeforeAll
  void index(@TempDir Path place) {
    archive = at(place);
    build(place, articles());
    engine = open(place);
  }

  @AfterAll
  void close() {
    engine.close();
  }
}
