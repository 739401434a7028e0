package broadsheet.lucene.compile;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.snapshot.LanguageUnion;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Applies the filters of a request to a query. */
public record FilterClause(Optional<Query> filter) {

  public static FilterClause to(Filters filters) {
    return new FilterClause(FilterQueries.of(filters));
  }

  /** Whether there is any filter. */
  public boolean isThere() {
    return filter.isPresent();
  }

  /** The filtered query, with the same scores; a union stays one. */
  public Query of(Query query) {
    return filter.isEmpty() ? query : narrowed(query, filter.get());
  }

  private static Query narrowed(Query query, Query filter) {
    return query instanceof LanguageUnion union
        ? union.each(part -> narrowed(part, filter))
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }
}
