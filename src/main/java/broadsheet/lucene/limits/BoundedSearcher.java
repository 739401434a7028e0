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
 * Searches the same reader as another searcher, but only until a deadline: then it gives what it
 * has found by then, and {@link #isCut} says so. Rewriting a query and making it ready keep the
 * deadline as well, which {@link IndexSearcher#setTimeout} does not. Not shared between threads.
 */
public final class BoundedSearcher extends IndexSearcher {

  /** So many articles of a cheap query are scored before the first look at the clock. */
  private static final int CHEAP = 1 << 10;

  /** Window for expensive queries. */
  private static final int DEAR = 256;

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

  /** For queries that cost little: what they have in common with others is remembered. */
  public static BoundedSearcher of(IndexSearcher whole, Deadline deadline) {
    BoundedSearcher bounded = new BoundedSearcher(whole, deadline, CHEAP);
    bounded.setQueryCache(whole.getQueryCache());
    bounded.setQueryCachingPolicy(whole.getQueryCachingPolicy());
    return bounded;
  }

  /**
   * For queries that may cost much. They remember nothing: what is to be remembered is worked out
   * for all articles at one go, without a look at the clock.
   */
  public static BoundedSearcher forgetful(IndexSearcher whole, Deadline deadline) {
    BoundedSearcher bounded = new BoundedSearcher(whole, deadline, DEAR);
    bounded.setQueryCache(null);
    return bounded;
  }

  /**
   * What work inside one article counts its steps by; without a deadline for a searcher that has
   * none.
   */
  public static Steps steps(IndexSearcher searcher) {
    return new Steps(searcher instanceof BoundedSearcher own ? own.deadline : Deadline.none());
  }

  /** Whether anything it was asked so far was given up before it was done. */
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

  /** How many were counted by the deadline. */
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
   * Of a query of many parts this is asked for each of them.
   *
   * @throws OutOfTime when the deadline is past
   */
  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    deadline.require();
    return super.createWeight(query, mode, boost);
  }

  /** Of segments it does not come to it tells the collector all the same: facets count on that. */
  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int first, int end, Weight weight, Collector collector)
      throws IOException {
    LeafCollector collected;
    try {
      collected = collector.getLeafCollector(leaf);
    } catch (CollectionTerminatedException e) {
      return; // it wants none of this segment
    }
    try {
      score(leaf, first, end, weight, collected);
    } catch (CollectionTerminatedException e) {
      // it has enough of this segment
    } catch (OutOfTime e) {
      isCut = true;
    }
    collected.finish();
  }

  private void score(
      LeafReaderContext leaf, int first, int end, Weight weight, LeafCollector collector)
      throws IOException {
    deadline.require();
    ScorerSupplier supplier = weight.scorerSupplier(leaf);
    if (supplier != null) {
      supplier.setTopLevelScoringClause();
      new Windows(supplier.bulkScorer(), deadline, firstWindow)
          .score(collector, leaf.reader().getLiveDocs(), first, end);
    }
  }
}
