package broadsheet.lucene.gather;

import broadsheet.article.Article;
import broadsheet.compare.Versions;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.shard.ArticleQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads single articles from the shards that have them. Not thread-safe. */
record ShardedArticle(ShardedRequest sharded) {

  Optional<MarkedArticle> find(String id, QueryNode query) throws IOException {
    sharded.lookUp(query);
    for (Optional<ArticleQuestion.Marked> found :
        sharded.ask(new ArticleQuestion.OfArticle(id, query))) {
      if (found.isPresent()) {
        MarkedArticle article = found.get().article();
        return Optional.of(article.with(reprints(article.article(), found.get().family())));
      }
    }
    return Optional.empty();
  }

  private List<Reprint> reprints(Article article, OptionalLong family) throws IOException {
    if (family.isEmpty()) {
      return List.of();
    }
    int most = MarkedArticle.MAX_REPRINTS + 1;
    List<ArticleQuestion.Member> members = new ArrayList<>();
    sharded.ask(new ArticleQuestion.OfFamily(family.getAsLong(), most)).forEach(members::addAll);
    return members.stream()
        .filter(member -> !member.article().id().equals(article.id()))
        .sorted(
            Comparator.comparingLong(ArticleQuestion.Member::time)
                .thenComparing(ArticleQuestion.Member::id))
        .limit(MarkedArticle.MAX_REPRINTS)
        .map(member -> reprint(article, member.article()))
        .toList();
  }

  private static Reprint reprint(Article article, Article other) {
    return new Reprint(
        other.id(),
        other.headline(),
        other.source(),
        other.publishedAt(),
        Optional.of(Versions.difference(article, other)));
  }
}
