package broadsheet.lucene.snapshot;

import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What an archive as a whole knows of its terms: all that compiling and scoring a query needs to be
 * told from beyond the articles at hand. The reader of one index serves it ({@link
 * ReaderDictionary}); where an archive lies in several parts, what was gathered from all of them
 * does. Thread-safe.
 */
public interface Dictionary {

  /** How many documents there are. */
  int documents();

  /**
   * How many documents have a term. Those deleted since are counted until Lucene merges them away.
   */
  int documents(Term term) throws IOException;

  /** By the rules of which languages the articles are stemmed. */
  ArticleLanguages languages() throws IOException;

  /**
   * What scoring goes by in a field, with lengths in words; null when no document has the field.
   */
  @Nullable CollectionStatistics statistics(String field) throws IOException;

  /**
   * The terms of a field that begin with these very letters, the most frequent first, of equals the
   * first in the alphabet; see {@link PrefixedTerms}.
   */
  List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most)
      throws IOException;

  /** The words of a field that a pattern stands for, as found until the deadline. */
  TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException;
}
