package broadsheet.lucene.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/** Searches that stand, and that the new articles of an update are held against. Thread-safe. */
public interface AlertMatcher {

  /** Keeps them as they are until what is returned is closed, which is after the commit. */
  Held hold();

  /** Searches that do not change meanwhile. For one thread. */
  interface Held extends AutoCloseable {

    /** Their ids. */
    Set<String> ids();

    /**
     * Tells which articles each is about, one search after the other.
     *
     * @param newcomers new articles and nothing else, as an index of their own
     */
    void match(IndexReader newcomers, Taker taker) throws IOException;

    /** Takes what a search is about. */
    interface Taker {
      /**
       * Takes it.
       *
       * @param search its id
       * @param articles their numbers among the newcomers, in order; at least one
       */
      void take(String search, List<Integer> articles) throws IOException;
    }

    @Override
    void close();
  }

  /** That nobody wants to be told of anything. */
  static AlertMatcher none() {
    return () ->
        new Held() {
          @Override
          public Set<String> ids() {
            return Set.of();
          }

          @Override
          public void match(IndexReader newcomers, Taker taker) {
            // about nothing
          }

          @Override
          public void close() {
            // holds nothing
          }
        };
  }
}
