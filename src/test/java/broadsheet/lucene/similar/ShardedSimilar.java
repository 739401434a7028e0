package broadsheet.lucene.similar;

import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * Finds articles similar to one, on all shards: the one that has it counts its words, each finds
 * what shares them, and the best of all are merged. Not thread-safe.
 */
public final class ShardedSimilar {

  private final List<SearchBudget> shards;
  private final List<SimilarSearch> searches;

  public ShardedSimilar(List<SearchBudget> shards) {
    this.shards = shards;
    searches = shards.stream().map(SimilarSearch::new).toList();
  }

  private ReaderSnapshot snapshot(int shard) {
    return shards.get(shard).snapshot();
  }

  /** See {@link broadsheet.engine.SearchEngine#similarTo}. */
  public SimilarArticles to(String id, int count) throws IOException {
    for (int i = 0; i < shards.size(); i++) {
      OptionalInt document = ArticleSearch.document(id, snapshot(i));
      if (document.isPresent()) {
        WordCounts counts = new WordCounts(searches.get(i).stored(document.getAsInt()));
        Query own =
            SimilarSearch.own(
                id, Folding.family(snapshot(i).getIndexReader(), document.getAsInt()));
        return to(counts, own, count);
      }
    }
    return SimilarArticles.none();
  }

  private SimilarArticles to(WordCounts counts, Query own, int count) throws IOException {
    int owned = 0;
    for (SearchBudget shard : shards) {
      owned += shard.finder().count(own);
    }
    int most = count * SimilarSearch.DEPTH;
    List<List<DistinctiveTerm>> words = new ArrayList<>();
    List<List<SentHit>> found = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      words.add(searches.get(i).distinctive(counts, owned));
      found.add(
          SentHit.of(
              i,
              searches.get(i).sharing(words.get(i), counts, own, most),
              snapshot(i).getIndexReader()));
    }
    List<Similar> similar = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (SentHit hit : SentHit.first(found, SortOrder.RELEVANCE, most)) {
      boolean isFirst = hit.family().isEmpty() || met.add(hit.family().getAsLong());
      if (isFirst && similar.size() < count) {
        similar.add(similar(hit, words.get(hit.shard())));
      }
    }
    boolean isInTime = shards.stream().noneMatch(shard -> shard.finding().isPast());
    return new SimilarArticles(similar, Completeness.within(isInTime));
  }

  private Similar similar(SentHit hit, List<DistinctiveTerm> words) throws IOException {
    String id = hit.id().utf8ToString();
    int document = ArticleSearch.document(id, snapshot(hit.shard())).orElseThrow();
    return searches.get(hit.shard()).similar(document, words);
  }
}
