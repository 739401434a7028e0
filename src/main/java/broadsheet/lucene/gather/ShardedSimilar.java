package broadsheet.lucene.gather;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.shard.ArticleQuestion;
import broadsheet.lucene.similar.ArticleWordCounts;
import broadsheet.lucene.similar.PartSimilar;
import broadsheet.lucene.similar.PartWords;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * Finds articles similar to one, and the words that set articles apart, in all shards. Not
 * thread-safe.
 */
record ShardedSimilar(ShardedRequest sharded) {

  /** See {@link broadsheet.engine.SearchEngine#similarTo}. */
  SimilarArticles to(String id, int count) throws IOException {
    Optional<ArticleWordCounts> article =
        sharded.ask(new ArticleQuestion.OfWords(id)).stream().flatMap(Optional::stream).findFirst();
    return article.isEmpty() ? SimilarArticles.none() : to(article.get(), count);
  }

  private SimilarArticles to(ArticleWordCounts article, int count) throws IOException {
    int own =
        sharded.ask(new ArticleQuestion.OfOwn(article)).stream().mapToInt(Integer::intValue).sum();
    int most = count * PartSimilar.DEPTH;
    List<List<SentHit>> found = sharded.ask(new ArticleQuestion.OfSharing(article, own, most));
    List<String> ids = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (SentHit hit : SentHit.first(found, SortOrder.RELEVANCE, most)) {
      boolean isFirst = hit.family().isEmpty() || met.add(hit.family().getAsLong());
      if (isFirst && ids.size() < count) {
        ids.add(hit.id().utf8ToString());
      }
    }
    Map<String, Similar> byId = new HashMap<>();
    if (!ids.isEmpty()) {
      sharded.ask(new ArticleQuestion.OfSimilar(article, own, ids)).forEach(byId::putAll);
    }
    return new SimilarArticles(
        ids.stream().map(byId::get).filter(Objects::nonNull).toList(),
        completeness(!sharded.client().finding().isPast()));
  }

  private Completeness completeness(boolean isInTime) {
    return sharded.isWhole() ? Completeness.within(isInTime) : Completeness.PART_UNREACHABLE;
  }

  /** See {@link broadsheet.engine.SearchEngine#distinctiveWords}. */
  DistinctiveWords distinctive(QueryNode query, Filters filters, Contrast contrast)
      throws IOException {
    sharded.lookUp(query);
    List<List<PartWords.Sample>> samples =
        sharded.ask(new ArchiveQuestion.OfSamples(query, filters, contrast));
    List<PartWords.Sample> within = samples.stream().map(List::getFirst).toList();
    List<PartWords.Sample> beside = samples.stream().map(List::getLast).toList();
    List<PartWords> words =
        sharded.ask(new ArchiveQuestion.OfTally(query, filters, single(within), single(beside)));
    boolean isInTime =
        words.stream().allMatch(PartWords::isComplete)
            && samples.stream().flatMap(List::stream).allMatch(PartWords.Sample::isComplete);
    return new DistinctiveWords(
        PartWords.distinctive(words),
        new DistinctiveWords.Sample(hits(within), words.stream().mapToInt(PartWords::within).sum()),
        new DistinctiveWords.Sample(hits(beside), words.stream().mapToInt(PartWords::around).sum()),
        completeness(isInTime));
  }

  private static long hits(List<PartWords.Sample> samples) {
    return samples.stream().mapToLong(PartWords.Sample::hits).sum();
  }

  /** The articles of all samples, one of each family. */
  private static List<BytesRef> single(List<PartWords.Sample> samples) {
    Set<Long> met = new HashSet<>();
    return samples.stream()
        .flatMap(sample -> sample.articles().stream())
        .filter(drawn -> drawn.family().isEmpty() || met.add(drawn.family().getAsLong()))
        .map(PartWords.Drawn::id)
        .toList();
  }
}
