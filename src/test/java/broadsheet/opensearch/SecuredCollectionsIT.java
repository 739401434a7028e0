package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program reads those collections whose indexes its user may read, and knows of no others. */
@OnCluster
class SecuredCollectionsIT {

  private static final String ARCHIVE = "shared";
  private static final ArchiveCollection AFP = new ArchiveCollection("afp");
  private static final ArchiveCollection LEAK = new ArchiveCollection("leak");

  @TempDir private static Path folder;
  private static SecuredNode node;

  /** The agency's name begins as that of another collection. */
  @BeforeAll
  static void index() {
    node = SecuredNode.shared();
    for (ArchiveCollection each :
        List.of(ArchiveCollection.FIRST, AFP, new ArchiveCollection("afp-v1"), LEAK)) {
      Article article = Article.withId("1").title("Harbour of " + each).build();
      try (IndexingSession session = engine(SecuredNode.ADMIN, each).rebuild()) {
        session.add(article);
        session.commit(List.of(new Source("/test", "")));
      }
    }
  }

  private static Engine engine(String user, ArchiveCollection collection) {
    Location location = Location.of(node.location(ARCHIVE)).of(collection);
    return new OpenSearchEngine(location, collection.in(folder.resolve(user)), node.access(user));
  }

  private static List<String> ids(SearchEngine engine) {
    return engine.search(SearchRequest.of(new QueryNode.Everything())).hits().stream()
        .map(Hit::id)
        .toList();
  }

  @Test
  void aCollectionThatTheUserMayNotReadIsNotThere() {
    node.allow(SecuredNode.PARTNER, List.of("shared", "shared-v*", "shared~afp~*"));
    Engine partner = engine(SecuredNode.PARTNER, ArchiveCollection.FIRST);
    try (ArchiveCollections collections = partner.collections(Engine.TIME_LIMIT);
        SearchEngine all = partner.search(Engine.TIME_LIMIT)) {
      assertThat(collections.all()).containsExactly(ArchiveCollection.FIRST, AFP);
      assertThat(ids(all)).containsExactlyInAnyOrder("1", "afp~~1");
      assertThatThrownBy(() -> collections.search(Set.of(LEAK)))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("forbids");
    }
    try (SearchEngine all =
        engine(SecuredNode.ADMIN, ArchiveCollection.FIRST).search(Engine.TIME_LIMIT)) {
      assertThat(all.articleCount()).isEqualTo(4);
    }
  }
}
