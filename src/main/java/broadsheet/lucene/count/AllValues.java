package broadsheet.lucene.count;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Counts all values of one facet, frequent or not. Stateless. */
public final class AllValues {

  private AllValues() {}

  /**
   * See {@link broadsheet.engine.SearchEngine#values}.
   *
   * @throws EngineBusyException when the time ran out: a part of the values is no answer
   */
  public static List<FacetCount> of(
      FacetField facet, QueryNode query, Filters filters, SearchBudget budget) throws IOException {
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    Query asked = compiler.compile(query);
    BoundedSearcher finder = budget.finder();
    HitSet hits = HitSet.of(compiler.filter(filters).of(asked), finder);
    if (finder.isCut()) {
      throw new EngineBusyException(budget.limit());
    }
    try (FacetTally tally = new FacetTally(hits, budget.snapshot().facets(), Integer.MAX_VALUE)) {
      return tally.top(facet, List.of());
    }
  }
}
