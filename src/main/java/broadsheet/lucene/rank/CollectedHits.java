package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.hits.BestAndAll;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.LanguageUnion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * The result of one pass over the index.
 *
 * @param best the first hits in the requested order, as the index gives them
 * @param total the number of hits: exact when complete, otherwise of those found in time
 * @param isComplete whether every article was looked at before the time was up
 * @param all every hit; may be empty when neither counts nor grouping were asked for
 */
public record CollectedHits(TopDocs best, long total, boolean isComplete, Optional<HitSet> all) {

  /**
   * Number of hits after which Lucene may skip those that cannot be among the best, unless every
   * hit is needed.
   */
  private static final int COUNTED_AT_LEAST = 1_000;

  /**
   * Runs a query.
   *
   * @param after the hit before the first one to collect; null to begin with the first
   * @param depth the number of best hits to collect, at least 1
   * @param unordered among this many of the first hits by relevance, ties need not be broken
   */
  public static CollectedHits of(
      Query query,
      SearchRequest request,
      @Nullable FieldDoc after,
      int depth,
      int unordered,
      BoundedSearcher searcher)
      throws IOException {
    int most = Math.max(1, Math.min(depth, searcher.getIndexReader().maxDoc()));
    HitOrder order = HitOrder.of(request.sort());
    if (order.isByDate()) {
      HitSet all = HitSet.of(query, searcher);
      TopDocs best = FirstByDate.of(all, order, after, most);
      order.tellScores(best.scoreDocs);
      return new CollectedHits(best, all.size(), !searcher.isCut(), Optional.of(all));
    }
    boolean isByScore = after == null && order == HitOrder.RELEVANCE;
    boolean isEqual = isByScore && ConstantScores.areEqual(query);
    if (!isByScore || (!isEqual && ConstantScores.areFew(query))) {
      CollectedHits found =
          pass(query, request, counted -> order.collecting(after, most, counted), searcher);
      order.tellScores(found.best.scoreDocs);
      return found;
    }
    CollectedHits found = byScore(query, request, most, searcher);
    ScoreDoc[] hits = found.best.scoreDocs;
    if (found.isComplete && !BestHits.isEnough(hits, most)) {
      Optional<FieldDoc[]> first = isEqual ? found.firstIds(most) : Optional.empty();
      return found.withBest(
          first.isPresent() ? first.get() : after(null, query, request, most, searcher).scoreDocs);
    }
    ScoreDoc[] ordered = BestHits.inOrder(hits, most, unordered, searcher.getIndexReader());
    new IdTieBreak(searcher.getIndexReader()).addIds(ordered, unordered);
    return found.withBest(ordered);
  }

  /**
   * Collects hits by score alone. Each part of a union of languages can be searched separately for
   * these.
   */
  private static CollectedHits byScore(
      Query query, SearchRequest request, int most, BoundedSearcher searcher) throws IOException {
    List<Query> parts = LanguageUnion.partsOf(query);
    List<CollectedHits> found = new ArrayList<>();
    for (Query part : parts) {
      found.add(pass(part, request, counted -> BestHits.collecting(most, counted), searcher));
    }
    return found.size() == 1 ? found.getFirst() : joined(found, most, !searcher.isCut());
  }

  private static CollectedHits joined(List<CollectedHits> parts, int most, boolean isComplete) {
    TopDocs[] best = parts.stream().map(CollectedHits::best).toArray(TopDocs[]::new);
    List<HitSet> all = parts.stream().flatMap(part -> part.all.stream()).toList();
    return new CollectedHits(
        TopDocs.merge(most + BestHits.SPARE, best),
        parts.stream().mapToLong(CollectedHits::total).sum(),
        isComplete,
        all.isEmpty() ? Optional.empty() : Optional.of(HitSet.union(all)));
  }

  /** Collects the best hits in some way. */
  private interface Collecting {
    /**
     * @param counted the number of hits to count before skipping those that cannot be among the
     *     best
     */
    CollectorManager<?, ? extends TopDocs> best(int counted);
  }

  private static CollectedHits pass(
      Query query, SearchRequest request, Collecting collecting, BoundedSearcher searcher)
      throws IOException {
    if (!request.isCounting() && !request.isFolding()) {
      TopDocs best = searcher.search(query, collecting.best(COUNTED_AT_LEAST));
      long total = total(best.totalHits, query, searcher);
      return new CollectedHits(best, total, !searcher.isCut(), Optional.empty());
    }
    int few = TwoPasses.areQuicker(query) ? BestAndAll.FEW : Integer.MAX_VALUE;
    BestAndAll found = BestAndAll.of(query, collecting.best(few), few, searcher);
    return new CollectedHits(
        found.best(), found.all().size(), !searcher.isCut(), Optional.of(found.all()));
  }

  /** The first hits by id, if all scores are equal; empty if another way is quicker. */
  private Optional<FieldDoc[]> firstIds(int most) throws IOException {
    return all.isPresent()
        ? FirstIds.of(all.get(), most, best.scoreDocs[0].score)
        : Optional.empty();
  }

  private CollectedHits withBest(ScoreDoc[] hits) {
    return new CollectedHits(new TopDocs(best.totalHits, hits), total, isComplete, all);
  }

  /**
   * The hits after a given one, in the requested order, without counts.
   *
   * @param last the hit before them; null to begin with the first
   * @param most the most hits to collect, at least 1
   */
  public static TopDocs after(
      @Nullable ScoreDoc last,
      Query query,
      SearchRequest request,
      int most,
      BoundedSearcher searcher)
      throws IOException {
    HitOrder order = HitOrder.of(request.sort());
    FieldDoc after = (FieldDoc) last;
    TopDocs found =
        order.isByDate()
            ? FirstByDate.of(HitSet.of(query, searcher), order, after, most)
            : searcher.search(query, order.collecting(after, most, COUNTED_AT_LEAST));
    order.tellScores(found.scoreDocs);
    return found;
  }

  private static long total(TotalHits hits, Query query, BoundedSearcher searcher)
      throws IOException {
    return hits.relation() == TotalHits.Relation.EQUAL_TO
        ? hits.value()
        : Math.max(hits.value(), searcher.count(query));
  }
}
