package broadsheet.lucene.search;

import broadsheet.lucene.count.Counts;
import broadsheet.lucene.rank.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.ScoreDoc;

/**
 * The hits of a tier.
 *
 * @param best the first of them, in the order of the request
 * @param page those to list on the page, in its order
 * @param folding which of all the hits are grouped under others
 * @param total the number of hits; exact when complete, otherwise those found so far
 * @param isComplete whether every article was looked at before the time was up
 * @param counts of all hits; empty where they were not asked for
 */
public record Found(
    List<ScoreDoc> best,
    List<ScoreDoc> page,
    Folding folding,
    long total,
    boolean isComplete,
    Optional<Counts> counts) {

  /** Hits of which none is listed yet. */
  public static Found of(
      ScoreDoc[] best, Folding folding, long total, boolean isComplete, Optional<Counts> counts) {
    return new Found(Arrays.asList(best), List.of(), folding, total, isComplete, counts);
  }

  /** Only the wanted hits. */
  public static Found only(ScoreDoc[] hits, boolean isComplete) {
    return of(hits, Folding.none(), hits.length, isComplete, Optional.empty());
  }

  /** These hits with some listed on the page. */
  Found listing(List<ScoreDoc> listed) {
    return new Found(best, listed, folding, total, isComplete, counts);
  }

  /** The number of hits listed on all pages together. */
  long listed() {
    return total - folding.folded();
  }

  /** The first hits, to be reordered. */
  ScoreDoc[] first() {
    return best.toArray(ScoreDoc[]::new);
  }
}
