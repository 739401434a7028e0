package broadsheet.lucene.suggest;

import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.time.LocalDate;

/**
 * Checks whether a query may be suggested in place of the one typed: whether its text parses to the
 * intended query, and how many articles it finds. Not thread-safe.
 */
final class Alternatives {

  private final FilterClause filters;
  private final BoundedSearcher counter;
  private final LanguageCompiler compiler;

  /**
   * @param filters the filters of the original search
   * @param deadline ends the counting
   */
  Alternatives(ReaderSnapshot snapshot, FilterClause filters, Deadline deadline) {
    this.filters = filters;
    counter = BoundedSearcher.of(snapshot, deadline);
    compiler = new LanguageCompiler(snapshot, deadline);
  }

  /** Whether the text of a query is read as the query. */
  static boolean isTypable(QueryNode query) {
    return QueryParser.parse(CanonicalText.of(query), LocalDate.EPOCH).root().equals(query);
  }

  /** The number of articles that a query finds. */
  int count(QueryNode query) throws IOException {
    return counter.count(filters.of(compiler.compile(query)));
  }
}
