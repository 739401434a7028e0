package broadsheet.lucene.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/** Searches that stand, and that the new articles of an update are held against. Thread-safe. */
public interface Standing {

  /** Keeps them as they are until what is returned is closed, which is after the commit. */
  Held hold();

  /** Searches that do not change meanwhile. For one thread. */
  interface Held extends AutoCloseable {

    /** Their ids. */
    Set<String> ids();

    /**
     * Which articles each is about.
     *
     * @param newcomers new articles and nothing else, as an index of their own
     * @return their numbers in it by the id of the search; one that is about none is absent
     */
    Map<String, List<Integer>> matches(IndexReader newcomers) throws IOException;

    @Override
    void close();
  }

  /** That nobody wants to be told of anything. */
  static Standing none() {
    return () ->
        new Held() {
          @Override
          public Set<String> ids() {
            return Set.of();
          }

          @Override
          public Map<String, List<Integer>> matches(IndexReader newcomers) {
            return Map.of();
          }

          @Override
          public void close() {
            // holds nothing
          }
        };
  }
}
