package broadsheet.engine;

import broadsheet.article.Article;
import java.util.List;
import java.util.Map;

/**
 * One rebuild of an index. Nothing it does is seen by readers until {@link #commit}; closed without
 * it, or killed, it leaves the index as it was. {@link #add} may be called from many threads.
 */
public interface IndexingSession extends AutoCloseable {

  /**
   * Takes an article in; may return before it is written, and waits when too many are under way. An
   * id already taken in this session gets a suffix ({@code ~2}), so that both articles are kept.
   *
   * @return the id it is kept under
   * @throws EngineException when the index can no longer be written (a full disk, say)
   */
  String add(Article article);

  /**
   * The ids of articles that turned out impossible to index, each with the reason; at most the
   * first thousand. Complete once committed.
   */
  Map<String, String> rejected();

  /**
   * Makes the added articles, and only them, the index. Atomic.
   *
   * @param origins the paths they came from
   */
  void commit(List<String> origins);

  /** Gives up what was not committed. */
  @Override
  void close();
}
