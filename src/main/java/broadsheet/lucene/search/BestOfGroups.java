package broadsheet.lucene.search;

import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.Collapsing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds hits that are the best of their family of reprints, looking up families on demand. Not
 * thread-safe.
 */
final class BestOfGroups {

  private final Hits hits;
  private final Tier tier;
  private final Map<Long, Integer> known = new HashMap<>();

  BestOfGroups(Hits hits, Tier tier) {
    this.hits = hits;
    this.tier = tier;
  }

  /**
   * The first hits that are the best of their family or have none, in order.
   *
   * @param folding the grouping of all hits of the tier
   * @param most the most hits to return
   */
  List<ScoreDoc> among(List<ScoreDoc> found, Collapsing folding, int most) throws IOException {
    List<ScoreDoc> bests = new ArrayList<>();
    for (ScoreDoc hit : found) {
      if (bests.size() == most) {
        break;
      }
      if (folding.under(hit) == 0 || best(hit, folding) == hit.doc) {
        bests.add(hit);
      }
    }
    return bests;
  }

  /** The best hit of a family; the given hit if there is no time left to look. */
  private int best(ScoreDoc hit, Collapsing folding) throws IOException {
    long family = folding.family(hit).orElseThrow();
    Integer best = known.get(family);
    if (best == null) {
      best = hits.bestOfFamily(tier, hit).orElse(hit.doc);
      known.put(family, best);
    }
    return best;
  }
}
