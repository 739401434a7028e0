package broadsheet.lucene.meaning;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Builds the filter of a search by meaning: the filters of the request, and the required parts of
 * its query.
 */
public final class MeaningFilter {

  private MeaningFilter() {}

  /** The filters of the request and the required parts of its query; empty if there are none. */
  public static Optional<Query> of(CompiledRequest asked, PlainWords plain) {
    if (!isThere(asked, plain)) {
      return Optional.empty();
    }
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    asked.filters().filter().ifPresent(f -> filter.add(f, Occur.FILTER));
    for (QueryNode node : plain.required()) {
      Optional<Query> part = asked.compiler().part(node);
      filter.add(part.orElseGet(() -> new MatchNoDocsQuery("cannot be searched")), Occur.FILTER);
    }
    return Optional.of(filter.build());
  }

  /** Whether there is one. */
  public static boolean isThere(CompiledRequest asked, PlainWords plain) {
    return asked.filters().isThere() || !plain.required().isEmpty();
  }
}
