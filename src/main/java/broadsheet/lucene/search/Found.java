package broadsheet.lucene.search;

import broadsheet.lucene.count.Counts;
import broadsheet.lucene.rank.Collapsing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.ScoreDoc;

/**
 * The hits of a tier.
 *
 * @param best the first hits, in the order of the request
 * @param page the hits to list on the page, in its order
 * @param folding the grouping of all hits by family
 * @param total the number of hits; exact when complete, otherwise those found so far
 * @param whole the number of hits that match the whole query
 * @param isComplete whether every article was examined before the time was up
 * @param counts the counts of all hits; empty if they were not requested
 */
public record Found(
    List<ScoreDoc> best,
    List<ScoreDoc> page,
    Collapsing folding,
    long total,
    long whole,
    boolean isComplete,
    Optional<Counts> counts) {

  /** Hits with an empty page. */
  public static Found of(
      ScoreDoc[] best,
      Collapsing folding,
      long total,
      long whole,
      boolean isComplete,
      Optional<Counts> counts) {
    return new Found(Arrays.asList(best), List.of(), folding, total, whole, isComplete, counts);
  }

  /** Hits without the grouping, totals and counts of all hits. */
  public static Found only(ScoreDoc[] hits, boolean isComplete) {
    return of(hits, Collapsing.none(), hits.length, 0, isComplete, Optional.empty());
  }

  /** These hits with a page. */
  Found listing(List<ScoreDoc> listed) {
    return new Found(best, listed, folding, total, whole, isComplete, counts);
  }

  /** These hits with other counts. */
  Found counting(Optional<Counts> counted) {
    return new Found(best, page, folding, total, whole, isComplete, counted);
  }

  /** The number of hits listed on all pages together. */
  long listed() {
    return total - folding.folded();
  }

  /** The first hits, in an array to reorder. */
  ScoreDoc[] first() {
    return best.toArray(ScoreDoc[]::new);
  }
}
