package broadsheet.lucene.suggest;

import broadsheet.lucene.snapshot.BoundedCache;
import broadsheet.query.QueryField;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Facts about words of one state of an archive, kept because different beginnings are completed by
 * the same words. Of at most {@value #MOST} words, some megabytes for most archives. Thread-safe.
 *
 * @param completions a word and the phrases that begin with it
 * @param areEverywhere whether most articles have a word
 */
record KnownWords(
    BoundedCache<Printed, List<Suggestion>> completions,
    BoundedCache<String, Boolean> areEverywhere) {

  private static final int MOST = 10_000;

  /** A word of a field, as a beginning of completions. */
  record Printed(String word, QueryField field, boolean isQuoted) {}

  /** Nothing known yet. */
  static KnownWords none() {
    return new KnownWords(
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST),
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST));
  }
}
