package broadsheet.lucene.explain;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Explains an article on the shard that has it, by its place in what all shards found. Stateless.
 */
public final class ShardedExplanation {
  private ShardedExplanation() {}

  /** How many hits are ranked. */
  public static final int DEPTH = TopRanked.DEPTH;

  /**
   * A ranking of hits of all shards, numbered so that the article's number is that of its document
   * and no other hit has the number of a document.
   */
  public record Ranking(
      Reranking.Ranked ranked, List<ScoreDoc> listed, boolean isComplete, HitReader hits) {}

  /** Finds the ranking of a query by all shards. */
  public interface Rankings {
    Ranking of(Query matching) throws IOException;
  }

  /**
   * The units of a query and of its relaxed forms by their texts, not all of which can be typed.
   */
  public static Map<String, QueryNode> units(QueryNode root, List<Relaxation> relaxed)
      throws IOException {
    List<QueryPart> parts = new ArrayList<>(parts().of(root));
    for (Relaxation each : relaxed) {
      parts.addAll(parts().of(each));
    }
    Map<String, QueryNode> units = new HashMap<>();
    parts.forEach(part -> units.put(CanonicalText.of(part.node()), part.node()));
    return units;
  }

  private static QueryParts parts() {
    return new QueryParts(_ -> true, _ -> false);
  }

  /** The explanation; its counts of articles are those of the shard. */
  public static Optional<Explanation> of(
      String id, SearchRequest request, SearchBudget shard, Meanings meanings, Rankings rankings)
      throws IOException {
    ExplainSearch.Ranking ranking =
        query -> {
          Ranking all = rankings.of(query);
          return new TopRanked(all.ranked(), all.listed(), all.isComplete(), all.hits());
        };
    return new ExplainSearch(request, shard, meanings, Optional.of(ranking)).of(id);
  }
}
