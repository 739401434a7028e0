package broadsheet.lucene.limits;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches the same reader as another searcher, but only until a deadline: then it returns what it
 * has found so far, and {@link #isCut} is true. Unlike {@link IndexSearcher#setTimeout}, the
 * deadline also applies to rewriting a query and creating its weight. Not thread-safe.
 */
public final class BoundedSearcher extends IndexSearcher {

  /** The first window for cheap queries, in articles. */
  private static final int CHEAP_WINDOW = 1 << 10;

  /** The first window for expensive queries, in articles. */
  private static final int EXPENSIVE_WINDOW = 256;

  /** Scores queries by the statistics of an archive when a searcher sees only a part of it. */
  public interface Scoring {
    /** The weight of a query for articles of this part. */
    Weight weight(Query query, ScoreMode mode, float boost, IndexSearcher part) throws IOException;
  }

  private final IndexSearcher whole;
  private final Deadline deadline;
  private final int firstWindow;
  private boolean isCut;

  private BoundedSearcher(IndexSearcher whole, Deadline deadline, int firstWindow) {
    super(whole.getTopReaderContext());
    setSimilarity(whole.getSimilarity());
    this.whole = whole;
    this.deadline = deadline;
    this.firstWindow = firstWindow;
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    return whole.collectionStatistics(field);
  }

  /** A searcher for cheap queries, with Lucene's query cache. */
  public static BoundedSearcher of(IndexSearcher whole, Deadline deadline) {
    BoundedSearcher bounded = new BoundedSearcher(whole, deadline, CHEAP_WINDOW);
    bounded.setQueryCache(whole.getQueryCache());
    bounded.setQueryCachingPolicy(whole.getQueryCachingPolicy());
    return bounded;
  }

  /**
   * A searcher for expensive queries, without the query cache: filling it covers all articles in
   * one step, without a check of the deadline.
   */
  public static BoundedSearcher forgetful(IndexSearcher whole, Deadline deadline) {
    BoundedSearcher bounded = new BoundedSearcher(whole, deadline, EXPENSIVE_WINDOW);
    bounded.setQueryCache(null);
    return bounded;
  }

  /**
   * A step counter for long work inside one article; without a deadline where the searcher has
   * none.
   */
  public static Steps steps(IndexSearcher searcher) {
    return new Steps(searcher instanceof BoundedSearcher own ? own.deadline : Deadline.none());
  }

  /** Whether any work so far was cut short. */
  public boolean isCut() {
    return isCut;
  }

  @Override
  public <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager)
      throws IOException {
    try {
      return super.search(query, manager);
    } catch (OutOfTime e) {
      isCut = true;
      return manager.reduce(List.of(manager.newCollector()));
    }
  }

  /** Counts matches until the deadline; 0 if that passes before the count is complete. */
  @Override
  public int count(Query query) throws IOException {
    try {
      return super.count(query);
    } catch (OutOfTime e) {
      isCut = true;
      return 0;
    }
  }

  /**
   * @throws OutOfTime when the deadline is past
   */
  @Override
  public Query rewrite(Query query) throws IOException {
    deadline.require();
    return super.rewrite(query);
  }

  /**
   * Called for each part of a query.
   *
   * @throws OutOfTime when the deadline is past
   */
  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    deadline.require();
    return mode.needsScores() && whole instanceof Scoring archive
        ? archive.weight(query, mode, boost, this)
        : super.createWeight(query, mode, boost);
  }

  /** Also presents skipped segments to the collector, because facets rely on seeing them all. */
  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int first, int end, Weight weight, Collector collector)
      throws IOException {
    LeafCollector collected;
    try {
      collected = collector.getLeafCollector(leaf);
    } catch (CollectionTerminatedException e) {
      return; // the collector skips this segment
    }
    try {
      score(leaf, first, end, weight, collected);
    } catch (CollectionTerminatedException e) {
      // the collector has enough of this segment
    } catch (OutOfTime e) {
      isCut = true;
    }
    collected.finish();
  }

  private void score(
      LeafReaderContext leaf, int first, int end, Weight weight, LeafCollector collector)
      throws IOException {
    deadline.require();
    boolean isEmpty = leaf.reader().numDocs() == 0;
    ScorerSupplier supplier = isEmpty ? null : weight.scorerSupplier(leaf);
    if (supplier != null) {
      supplier.setTopLevelScoringClause();
      new Windows(supplier.bulkScorer(), deadline, firstWindow)
          .score(collector, leaf.reader().getLiveDocs(), first, end);
    }
  }
}
