package broadsheet.engine;

import broadsheet.article.ArticleRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Erases articles from one index, which nobody else may write meanwhile. Its calls come in the
 * order in which they are listed. Killed at any of them, an erasure of the same articles does what
 * is left. Not thread-safe.
 */
public interface ErasureSession extends AutoCloseable {

  /** Whether an erasure was interrupted before its end. */
  boolean isUnfinished();

  /**
   * Those of some words that no articles but these have.
   *
   * @param words in small letters
   */
  Set<String> onlyIn(Collection<ArticleRef> articles, Set<String> words);

  /**
   * The articles that are remembered.
   *
   * @param files the files that the articles were read from
   * @param shared how many items, ids and addresses of theirs are also those of an article that
   *     stays, so that they are not remembered
   */
  record Buried(Set<String> files, int shared) {}

  /**
   * Remembers, on disk when this returns, that these articles must stay out of every update and
   * rebuild, and so must their next versions. Then removes them in this session.
   */
  Buried bury(Collection<ArticleRef> articles);

  /**
   * Removes in this session whatever the index has although it was erased before, as a restored one
   * may. Reads all articles.
   */
  Buried buryAgain();

  /**
   * Those of some references that lead to an article that was erased, each with one that may stand
   * for it and says nothing about it.
   */
  Map<ArticleRef, ArticleRef> erased(Collection<ArticleRef> some);

  /**
   * Removes the articles in one atomic commit, after which no file of the index has anything of
   * them.
   *
   * @return the number of records that were removed
   */
  long remove();

  /**
   * Reads every text, term and value that is in the files of the index, of its vectors and of its
   * parts, once the articles are removed.
   *
   * @param evidence whether a text has anything of what was erased
   * @return where such texts are, in words that say nothing of them, in order
   */
  Set<String> holding(Predicate<String> evidence);

  /** Notes that the erasure has ended. */
  void finish();

  /** Lets others write. Nothing is removed that was not removed before. */
  @Override
  void close();
}
