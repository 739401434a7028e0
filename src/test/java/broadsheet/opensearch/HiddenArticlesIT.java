package broadsheet.opensearch;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.sharded.ShardedSearchEngine;
import broadsheet.lucene.shards.HiddenArticlesContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** A cluster keeps articles from users that its nodes hide from them. */
@OnCluster
class HiddenArticlesIT extends HiddenArticlesContract {

  private static final String ARCHIVE = "wrapped-hidden";

  @TempDir private Path place;

  private static Location location() {
    return Location.of(TestCluster.shared().location(ARCHIVE));
  }

  @Override
  protected void build(List<Article> articles) {
    index(new OpenSearchEngine(location(), place), articles);
  }

  @Override
  protected SearchEngine seenBy(String user) {
    Map<String, String> environment =
        Map.of(ClusterAccess.USER, user, ClusterAccess.PASSWORD, "secret");
    Cluster cluster = Cluster.of(location(), ClusterAccess.of(environment));
    return new ShardedSearchEngine(new ClusterSource(cluster, location()), Duration.ofMinutes(1));
  }

  @AfterAll
  static void deleteIndexes() {
    try (Cluster cluster = Cluster.of(location(), ClusterAccess.of(Map.of()))) {
      cluster.indexes(ARCHIVE + "*").forEach(index -> cluster.delete(index.name()));
    }
  }
}
