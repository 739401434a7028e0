package broadsheet.lucene.gather;

import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.ArticleQuestion;
import broadsheet.lucene.similar.ArticleWordCounts;
import broadsheet.lucene.similar.Neighbours;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The neighbours of an article in all shards. */
record GatheredNeighbours(ShardedRequest sharded) implements Neighbours {

  @Override
  public Optional<ArticleWordCounts> words(String id) throws IOException {
    return sharded.ask(new ArticleQuestion.OfWords(id)).stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public int own(ArticleWordCounts article) throws IOException {
    return sharded.ask(new ArticleQuestion.OfOwn(article)).stream().mapToInt(own -> own).sum();
  }

  @Override
  public List<SentHit> sharing(ArticleWordCounts article, int own, int most) throws IOException {
    return SentHit.first(
        sharded.ask(new ArticleQuestion.OfSharing(article, own, most)), SortOrder.RELEVANCE, most);
  }

  @Override
  public Map<String, Similar> similar(ArticleWordCounts article, int own, List<String> ids)
      throws IOException {
    Map<String, Similar> similar = new HashMap<>();
    sharded.ask(new ArticleQuestion.OfSimilar(article, own, ids)).forEach(similar::putAll);
    return similar;
  }

  @Override
  public Completeness completeness() {
    return sharded.completeness(!sharded.client().finding().isPast());
  }
}
