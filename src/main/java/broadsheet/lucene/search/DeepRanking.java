package broadsheet.lucene.search;

import broadsheet.engine.result.RankedIds;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.Reranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** The order of a search's best hits to a great depth, and nothing else. Not thread-safe. */
public final class DeepRanking {

  private final Hits hits;
  private boolean isComplete = true;

  /**
   * @param hits the hits of an ungrouped request by relevance; its page and size are ignored
   */
  public DeepRanking(Hits hits) {
    this.hits = hits;
  }

  /** The best hits. If there are too few, articles that match any of the words follow. */
  public RankedIds of(int depth) throws IOException {
    List<ScoreDoc> best = new ArrayList<>(ranked(hits.asked().plan().first(), depth, Set.of()));
    Optional<Tier> deepest = hits.asked().plan().deepest();
    if (best.size() < depth && deepest.isPresent() && !hits.fusion().isByMeaning()) {
      Set<Integer> matched = new HashSet<>();
      best.forEach(hit -> matched.add(hit.doc));
      best.addAll(ranked(deepest.get(), depth - best.size(), matched));
    }
    Map<Integer, BytesRef> ids = hits.reader().ids(best);
    return new RankedIds(
        best.stream().map(hit -> ids.getOrDefault(hit.doc, new BytesRef()).utf8ToString()).toList(),
        isComplete && hits.parts().isWhole());
  }

  /**
   * The best hits in their order.
   *
   * @param without the numbers of hits to leave out, which is cheaper than excluding them in the
   *     query
   */
  private List<ScoreDoc> ranked(Tier tier, int depth, Set<Integer> without) throws IOException {
    Reranking reranking = ResultPage.reranking(hits);
    int most = Math.max(depth, reranking.window()) + without.size();
    Hits.Wanted wanted =
        new Hits.Wanted(Optional.empty(), most, reranking.window(), Hits.Extent.RANKED);
    Found found = hits.find(tier, wanted);
    isComplete &= found.isComplete();
    ScoreDoc[] others =
        found.best().stream().filter(hit -> !without.contains(hit.doc)).toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = reranking.of(others);
    return Arrays.asList(ranked).subList(0, Math.min(depth, ranked.length));
  }
}
