package broadsheet.lucene.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;

/** Where in one state of the index terms are, of those that were asked for. Thread-safe. */
final class KnownTerms {

  /** Of more terms nothing is remembered at a time. */
  private static final int MOST_KNOWN = 10_000;

  private final IndexSearcher state;
  private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

  KnownTerms(IndexSearcher state) {
    this.state = state;
  }

  TermStates of(Term term) {
    TermStates states = known.get(term);
    if (states == null) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      states = lookedUp(term);
      known.put(term, states);
    }
    return states;
  }

  private TermStates lookedUp(Term term) {
    try {
      return TermStates.build(state, term, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
