package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.shards.HidingReader.Hidden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Shards in this process keep hidden articles from users. */
class HiddenArticlesTest extends HiddenArticlesContract {

  @TempDir private Path place;

  @SuppressWarnings("NullAway.Init")
  private LocalShards shards;

  @Override
  protected void build(List<Article> articles) {
    index(new ShardedEngine(place), articles);
    shards = new LocalShards(Generations.in(place));
  }

  @Override
  protected SearchEngine seenBy(String user) {
    return new ShardedSearchEngine(
        shards.seenThrough(
            reader -> new HidingReader(new NonClosingReader(reader), Hidden.from(user))),
        Duration.ofMinutes(1));
  }

  @AfterEach
  void closeShards() {
    shards.close();
  }
}
