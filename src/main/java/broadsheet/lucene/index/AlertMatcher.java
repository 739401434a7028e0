package broadsheet.lucene.index;

import broadsheet.engine.ArrivalCopy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/** Matches saved searches against the new articles of an update. Thread-safe. */
public interface AlertMatcher {

  /**
   * Keeps the saved searches from changing until the result is closed, which is after the commit.
   */
  Held hold();

  /** A second copy of the arrivals. */
  default ArrivalCopy copy() {
    return ArrivalCopy.none();
  }

  /** The saved searches, fixed until closed. For one thread. */
  interface Held extends AutoCloseable {

    /** Their ids. */
    Set<String> ids();

    /**
     * Finds the articles that match each search, one search after the other.
     *
     * @param newcomers the new articles and nothing else, as an index of their own
     * @param archive the whole archive, which holds the names that were decided for it
     */
    void match(IndexReader newcomers, IndexReader archive, Taker taker) throws IOException;

    /** Receives matches. */
    interface Taker {
      /**
       * Receives the matches of one search.
       *
       * @param search its id
       * @param articles their document numbers among the newcomers, in order; at least one
       */
      void take(String search, List<Integer> articles) throws IOException;
    }

    @Override
    void close();
  }

  /** A matcher without saved searches. */
  static AlertMatcher none() {
    return () ->
        new Held() {
          @Override
          public Set<String> ids() {
            return Set.of();
          }

          @Override
          public void match(IndexReader newcomers, IndexReader archive, Taker taker) {
            // no searches, no matches
          }

          @Override
          public void close() {
            // no lock to release
          }
        };
  }
}
