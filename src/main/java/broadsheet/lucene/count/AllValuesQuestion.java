package broadsheet.lucene.count;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Asks for all values of one facet in the articles of a query, frequent or not. Immutable. */
public record AllValuesQuestion(FacetField facet, QueryNode query, Filters filters)
    implements PartQuestion<List<FacetCount>> {

  /** The values of all parts; see {@link broadsheet.engine.SearchEngine#values}. */
  public static List<FacetCount> of(
      FacetField facet, QueryNode query, Filters filters, IndexParts parts) throws IOException {
    parts.lookUp(query, filters);
    List<List<FacetCount>> all = parts.ask(new AllValuesQuestion(facet, query, filters));
    List<FacetCount> sum = parts.isOne() ? all.getFirst() : MergedCounts.sum(all);
    return facet == FacetField.COLLECTION ? HitCounts.orNone(sum) : sum;
  }

  /**
   * {@inheritDoc}
   *
   * @throws EngineBusyException when the time ran out: a part of the values is no answer
   */
  @Override
  public List<FacetCount> answer(IndexPart part) throws IOException {
    SearchBudget budget = part.budget();
    LanguageCompiler compiler = LanguageCompiler.within(budget);
    Query asked = compiler.compile(query);
    BoundedSearcher finder = budget.finder();
    HitSet hits = HitSet.of(compiler.filter(filters).of(asked), finder);
    if (finder.isCut()) {
      throw new EngineBusyException(budget.limit());
    }
    try (FacetTally tally = new FacetTally(hits, budget.snapshot().facets(), Integer.MAX_VALUE)) {
      List<FacetCount> values = tally.top(facet, List.of());
      return facet == FacetField.COLLECTION ? HitCounts.withFirst(values, hits.size()) : values;
    }
  }
}
