package broadsheet.lucene.suggest;

import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.query.QueryField;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache of facts about words of one state of an archive, since different beginnings are completed
 * by the same words. At most {@value #MOST_BEGINNINGS} beginnings and {@value #MOST} words, some
 * megabytes for most archives. Thread-safe.
 *
 * @param ends the most frequent words with a beginning
 * @param completions a word and the phrases that begin with it
 * @param areEverywhere whether most articles have a word
 */
record KnownWords(
    BoundedCache<Beginning, List<PrefixedTerms.Counted>> ends,
    BoundedCache<Printed, List<Suggestion>> completions,
    BoundedCache<String, Boolean> areEverywhere) {

  private static final int MOST = 10_000;

  /** The most beginnings, each with up to a hundred words. */
  private static final int MOST_BEGINNINGS = 1_000;

  /** The letters with which words of a field begin. */
  record Beginning(QueryField field, String prefix) {}

  /** A word of a field, as a beginning of completions. */
  record Printed(String word, QueryField field, boolean isQuoted) {}

  /** Nothing known yet. */
  static KnownWords none() {
    return new KnownWords(
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_BEGINNINGS),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST));
  }
}
