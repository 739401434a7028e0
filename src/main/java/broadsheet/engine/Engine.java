package broadsheet.engine;

import broadsheet.article.Article;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * All that can be done with one archive's index as a whole: search it, write it, verify it. Cheap
 * to have: nothing is opened before something is asked for. Thread-safe.
 */
public interface Engine {

  /** The time from a request to its answer, where nothing else is asked for. */
  Duration TIME_LIMIT = Duration.ofSeconds(5);

  /** Whether there is an index, of whatever format and in whatever state. */
  boolean hasIndex();

  /**
   * Opens the index to search it.
   *
   * @param limit the time from a request to its answer
   * @throws EngineException when there is none, or it is of another format or damaged
   */
  SearchEngine search(Duration limit);

  /**
   * Starts a rebuild, which makes the index when it is missing.
   *
   * @param alerts whose arrivals the new index takes over; in a rebuild nothing new comes in
   * @throws EngineException when another process is writing the index, it cannot be written, or
   *     what came in for saved searches would be lost
   */
  IndexingSession rebuild(StandingAlerts alerts);

  /**
   * Starts an update.
   *
   * @param alerts what the new articles are held against
   * @throws EngineException when there is no index, it is of another format, another process is
   *     writing it, or it cannot be written
   */
  IndexingSession update(StandingAlerts alerts);

  /**
   * Merges what many small updates left behind; may take long. Changes nothing of what the index
   * holds.
   *
   * @throws EngineException as {@link #update} does
   */
  void tidy();

  /**
   * Verifies every byte of the index before anything of it is used, and reads every article back,
   * handing each to the consumer.
   *
   * @throws EngineException when there is no index, or it is of another format or damaged
   */
  void check(Consumer<Article> article);

  /** The vectors by which the archive is searched by meaning, whether there are any or not. */
  Vectors vectors();
}
