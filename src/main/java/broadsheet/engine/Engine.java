package broadsheet.engine;

import broadsheet.article.Article;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Everything that can be done with an archive's index: searching, writing and verifying it. Cheap
 * to create: nothing is opened until it is needed. Thread-safe.
 */
public interface Engine {

  /** The default time from a request to its answer. */
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
   * Starts a rebuild, which creates the index when it is missing.
   *
   * @param alerts whose arrivals the new index takes over; a rebuild brings no new arrivals
   * @throws EngineException when another process is writing the index, it cannot be written, or
   *     arrivals would be lost
   */
  IndexingSession rebuild(StandingAlerts alerts);

  /**
   * Starts an update.
   *
   * @param alerts saved searches to match against the new articles
   * @throws EngineException when there is no index, it is of another format, another process is
   *     writing it, or it cannot be written
   */
  IndexingSession update(StandingAlerts alerts);

  /**
   * Merges the segments that many small updates left behind, without changing any content. May take
   * long.
   *
   * @throws EngineException as {@link #update} does
   */
  void tidy();

  /**
   * Verifies every byte of the index before using it, and reads every article back, handing each to
   * the consumer.
   *
   * @throws EngineException when there is no index, or it is of another format or damaged
   */
  void check(Consumer<Article> article);

  /**
   * Copies the newest state of the index into a local folder, where it can be opened, and verifies
   * the copy. The index may be searched and written meanwhile.
   *
   * @param target a folder that is empty or missing
   * @throws EngineException when the index cannot be read, the copy cannot be written, or this
   *     engine has tools of its own for backups
   */
  default void backUp(Path target) {
    throw new EngineException(
        "The index at this location is backed up with the tools of its own engine.");
  }

  /** The vectors for search by meaning, whether there are any or not. */
  Vectors vectors();
}
