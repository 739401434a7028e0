package broadsheet.opensearch;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.gather.ShardedSearchEngine;
import broadsheet.lucene.shards.HiddenArticlesContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A cluster keeps articles from users that its nodes hide from them. */
@OnCluster
@Execution(ExecutionMode.CONCURRENT)
class HiddenArticlesIT extends HiddenArticlesContract {

  @TempDir private Path place;

  private OpenSearchEngine engine() {
    return ClusterPlaces.wrappedAt(place);
  }

  @Override
  protected void build(List<Article> articles) {
    index(engine(), articles);
  }

  /** Under stress only. */
  @Override
  protected boolean isInAllOrders() {
    return !System.getProperty("stress", "").isEmpty();
  }

  /** The others are asked of shards in one process. */
  @Override
  protected int mostRequests() {
    return 4;
  }

  @Override
  protected SearchEngine seenBy(String user) {
    Map<String, String> environment =
        Map.of(ClusterAccess.USER, user, ClusterAccess.PASSWORD, "secret");
    Location location = engine().location();
    Cluster cluster = Cluster.of(location, ClusterAccess.of(environment));
    return new ShardedSearchEngine(new ClusterSource(cluster, location), Duration.ofMinutes(10));
  }
}
