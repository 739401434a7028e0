package broadsheet.opensearch;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.shards.HiddenArticlesContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles and fields that OpenSearch's security plugin hides from a user. */
@OnCluster
class SecuredArticlesIT extends HiddenArticlesContract {

  private static final String ARCHIVE = "secured";

  @TempDir private Path folder;

  private final SecuredNode node = SecuredNode.shared();

  @Override
  protected void build(List<Article> articles) {
    Location location = Location.of(node.location(ARCHIVE));
    index(new OpenSearchEngine(location, folder, node.access(SecuredNode.ADMIN)), articles);
  }

  /** Under stress only. */
  @Override
  protected boolean isInAllOrders() {
    return false;
  }

  /** The others are asked of shards in one process. */
  @Override
  protected int mostRequests() {
    return 4;
  }

  @Override
  protected SearchEngine seenBy(String user) {
    return switch (user) {
      case "editor" -> seen(SecuredNode.EDITOR, "");
      case "without *" -> restricted(SecuredNode.documents("{\"match_none\": {}}"));
      case String field when field.matches("without \\S+") ->
          restricted("\"fls\": [\"~%s\"]".formatted(field.substring("without ".length())));
      default -> withoutSecrets();
    };
  }

  private SearchEngine withoutSecrets() {
    try (SearchEngine all = node.search(SecuredNode.ADMIN, ARCHIVE)) {
      List<String> ids = secrets().stream().map(Article::id).toList();
      return restricted(SecuredNode.without(all.refs(ids).values()));
    }
  }

  private SearchEngine restricted(String limits) {
    return seen(SecuredNode.RESTRICTED, limits);
  }

  private SearchEngine seen(String user, String limits) {
    node.allowSearch(user, limits);
    return node.search(user, ARCHIVE);
  }

  /** Terms, packed values, days and numbers. */
  @Test
  void whoSeesAFieldMaskedIsToldSo() {
    build(secrets());
    for (String field : List.of("title", "words.forward", "date.first", "fingerprint.draw")) {
      try (SearchEngine blind = restricted("\"masked_fields\": [\"%s\"]".formatted(field))) {
        assertNothingIsAnswered(blind, field);
      }
    }
  }
}
