package broadsheet.lucene.compile;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.snapshot.SearchBudget;
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
        FilterClause.to(request.filters()),
        new SearchPlan(request.query(), compiler));
  }

  /** The query of a tier, with the filters. */
  public Query filtered(Tier tier) {
    return filters.of(plan.query(tier));
  }
}
