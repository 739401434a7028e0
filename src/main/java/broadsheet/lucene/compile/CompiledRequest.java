package broadsheet.lucene.compile;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * A request with the Lucene queries of its tiers. Not thread-safe.
 *
 * @param filters those of the request
 */
public record CompiledRequest(
    SearchRequest request,
    SearchBudget budget,
    LanguageCompiler compiler,
    FilterClause filters,
    SearchPlan plan) {

  /** Compiles a request for what a budget searches. */
  public static CompiledRequest of(SearchRequest request, SearchBudget budget) {
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    return new CompiledRequest(
        request,
        budget,
        compiler,
        compiler.filter(request.filters()),
        new SearchPlan(request.query(), request.match(), compiler));
  }

  /**
   * The number of a tier's hits that match the whole query; a lower bound when the time is up.
   *
   * @param hits the number of all hits of the tier
   */
  public long whole(Tier tier, long hits, IndexSearcher finder) throws IOException {
    return switch (tier) {
      case FULL -> hits;
      case LIST -> Math.min(hits, finder.count(filtered(Tier.FULL)));
      case SOME, FOLLOWING, NOT_FULL, ANY -> 0;
    };
  }

  /** The query of a tier, with the filters. */
  public Query filtered(Tier tier) {
    return filters.of(plan.query(tier));
  }
}
