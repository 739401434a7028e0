package broadsheet.lucene.snapshot;

import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a whole archive: everything that compiling and scoring a query needs beyond the
 * articles at hand. The reader of a single index provides it ({@link ReaderDictionary}); for an
 * archive in several parts it is gathered from all of them. Thread-safe.
 */
public interface Dictionary {

  /** The number of documents. */
  int documents();

  /** The number of documents that have a term; deleted ones do not count. */
  int documents(Term term) throws IOException;

  /** The languages in which the articles are stemmed. */
  ArticleLanguages languages() throws IOException;

  /**
   * The statistics for scoring a field, with lengths in words; null when no document has the field.
   */
  @Nullable CollectionStatistics statistics(String field) throws IOException;

  /**
   * The terms of a field that begin with exactly these letters, the most frequent first; ties are
   * in alphabetical order; see {@link PrefixedTerms}.
   */
  List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most)
      throws IOException;

  /**
   * The terms of a field that an automaton accepts, in the same order; see {@link PrefixedTerms}.
   */
  List<PrefixedTerms.Counted> accepted(String field, CompiledAutomaton accepted, int most)
      throws IOException;

  /**
   * The number of articles in which one printed word directly follows another, both in lower case
   * and without accents; too low for two frequent words: see {@link WordsTogether}.
   */
  int sideBySide(String first, String second) throws IOException;

  /** The number of articles that have two words, each in the form of {@code words.all}. */
  int together(String first, String second) throws IOException;

  /**
   * The number of articles stemmed in a language whose text has a printed word, in lower case and
   * without accents; too low for a frequent word: see {@link WordsTogether}.
   */
  int inLanguage(String word, String language) throws IOException;

  /** The words of a field that match a pattern, as found until the deadline. */
  TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException;

  /** The words of a field that are spelt like a word, as found until the deadline. */
  TermExpansion alike(SpelledAlike wanted, String field, Deadline deadline) throws IOException;

  /** The weight of a query for articles of a part, by the statistics of the whole archive. */
  default Weight weight(Query query, ScoreMode mode, float boost, IndexSearcher part)
      throws IOException {
    return new ArchiveScoring(this, mode, boost, part).weight(query);
  }

  /** Estimates the number of different values in a field. */
  long values(String field) throws IOException;

  /** Returns only if everything that was looked up is known. */
  default void require() {}
}
