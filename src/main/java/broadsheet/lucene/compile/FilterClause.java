package broadsheet.lucene.compile;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.LanguageUnion;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** Applies the filters of a request to a query. */
public record FilterClause(Optional<Query> filter) {

  /**
   * The filters of a request.
   *
   * @param names those that were found in the articles
   */
  public static FilterClause to(Filters filters, FoundNames names) {
    return new FilterClause(FilterQueries.of(filters, names));
  }

  /** Whether there is any filter. */
  public boolean isThere() {
    return filter.isPresent();
  }

  /** The filtered query, with the same scores. */
  public Query of(Query query) {
    return filter.map(those -> LanguageUnion.filtered(query, those)).orElse(query);
  }
}
