package broadsheet.lucene.search;

import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Explanation;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import java.io.IOException;
import java.util.Optional;

/**
 * Explains the rank of one article among the hits of a search, or why it is not a hit. Runs the
 * search again, then has the article examined by the index or shard that holds it. Not thread-safe.
 */
public final class ExplainSearch {

  private final Hits hits;

  /**
   * @param hits the hits of a request by relevance; its page and size are ignored
   */
  public ExplainSearch(Hits hits) {
    this.hits = hits;
  }

  /** See {@link broadsheet.engine.SearchEngine#explain}. */
  public Optional<Explanation> of(String id) throws IOException {
    SearchPlan plan = hits.asked().plan();
    TopRanked first = TopRanked.of(plan.first(), hits);
    boolean isFollowed = first.isComplete() && !hits.fusion().isByMeaning();
    Optional<Tier> next =
        isFollowed ? plan.next(first.size(), SortOrder.RELEVANCE) : Optional.empty();
    if (next.isEmpty() || hits.matches(id, plan.first())) {
      return hits.explained(id, first.placement(id, 0));
    }
    return next.get() == Tier.SOME
        ? hits.explained(id, TopRanked.of(Tier.SOME, hits).placement(id, 0))
        : hits.explained(id, following().placement(id, first.listed().size()));
  }

  private TopRanked following() throws IOException {
    return TopRanked.of(Tier.NOT_FULL, hits).first(SearchPlan.MOST_FOLLOWING);
  }
}
