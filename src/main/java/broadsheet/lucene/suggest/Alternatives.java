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
 * Finds out whether a query may be offered in place of the one that was asked: whether its text is
 * read as it is meant, and what it finds. Not shared between threads.
 */
final class Alternatives {

  private final FilterClause narrowing;
  private final BoundedSearcher counter;
  private final LanguageCompiler compiler;

  /**
   * @param narrowing as the search that was asked for was narrowed
   * @param deadline until when articles are counted
   */
  Alternatives(ReaderSnapshot snapshot, FilterClause narrowing, Deadline deadline) {
    this.narrowing = narrowing;
    counter = BoundedSearcher.of(snapshot, deadline);
    compiler = new LanguageCompiler(snapshot, deadline);
  }

  /** Whether the time was up before all was counted. */
  boolean isCut() {
    return counter.isCut();
  }

  /** How many articles a query finds; 0 as well where it cannot be typed as it is meant. */
  int typed(QueryNode query) throws IOException {
    QueryNode read = QueryParser.parse(CanonicalText.of(query), LocalDate.EPOCH).root();
    return read.equals(query) ? count(query) : 0;
  }

  /** How many articles a query finds. */
  int count(QueryNode query) throws IOException {
    return counter.count(narrowing.of(compiler.compile(query)));
  }
}
