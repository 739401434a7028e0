package broadsheet.lucene.compile;

import broadsheet.engine.request.Filters;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** What a request's filters leave of a query's hits. */
public record FilterClause(Optional<Query> filter) {

  public static FilterClause to(Filters filters) {
    return new FilterClause(FilterQueries.of(filters));
  }

  /** Whether there is any filter. */
  public boolean isThere() {
    return filter.isPresent();
  }

  /** The query, narrowed; scored as it is. */
  public Query of(Query query) {
    return filter
        .<Query>map(
            f -> new BooleanQuery.Builder().add(query, Occur.MUST).add(f, Occur.FILTER).build())
        .orElse(query);
  }
}
