package broadsheet.lucene.search;

import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Which terms the index knows, so that languages whose stems of a word it does not know need not be
 * told apart. Remembers what it looked up. Not shared between threads.
 */
final class Vocabulary {

  private final IndexReader reader;
  private final boolean isAsked;
  private final Map<Term, Boolean> known = new HashMap<>();

  /**
   * @param isAsked whether it is worth looking: where there is one language, it is not
   */
  Vocabulary(IndexReader reader, boolean isAsked) {
    this.reader = reader;
    this.isAsked = isAsked;
  }

  /** Whether a field may hold the term; true as well where nobody looks. */
  boolean mayHave(QueryField field, BytesRef term) {
    return !isAsked || known.computeIfAbsent(new Term(field.label(), term), this::isThere);
  }

  private boolean isThere(Term term) {
    try {
      return reader.docFreq(term) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
