package broadsheet.lucene.coordinator;

import broadsheet.engine.result.NamedArticle;
import broadsheet.lucene.mark.ArticleQuestion;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.search.Export;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Hits of an export, as the shards sent them. */
record ExportHits(List<SentHit> hits, ShardedRequest sharded) implements Export.Kept {

  /** The number of articles that are fetched at a time. */
  private static final int FETCHED = 100;

  @Override
  public void handOver(Predicate<OptionalLong> isListed, Consumer<NamedArticle> taker) {
    List<String> ids =
        hits.stream()
            .filter(hit -> isListed.test(hit.family()))
            .map(hit -> hit.id().utf8ToString())
            .toList();
    for (int from = 0; from < ids.size(); from += FETCHED) {
      List<String> some = ids.subList(from, Math.min(from + FETCHED, ids.size()));
      List<Map<String, NamedArticle>> shards =
          sharded.askAnew(new ArticleQuestion.ArticlesQuestion(some));
      for (String id : some) {
        shards.stream()
            .flatMap(shard -> Optional.ofNullable(shard.get(id)).stream())
            .forEach(taker);
      }
    }
  }
}
