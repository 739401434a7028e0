package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A reader who knows one node only, and notes each answer with its time. Thread-safe. */
final class LoneReader implements AutoCloseable {

  private static final SearchRequest ALL =
      new SearchRequest(new QueryNode.Everything(), Filters.none(), SortOrder.NEWEST, 1, 100);

  private final Thread thread;
  private final long started = System.nanoTime();
  private final List<String> said = new ArrayList<>();
  private volatile boolean goOn = true;
  private String last = "";
  private long updated;
  private long longestStale;

  LoneReader(SearchEngine engine, SearchEngine before, SearchEngine after) {
    thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (goOn) {
                    long asked = System.nanoTime();
                    String answer = says(engine, before, after);
                    hear(answer, asked);
                    ClusterHttp.pause(Duration.ofMillis(100));
                  }
                });
  }

  /** The state that an engine shows, with its notes; or why it does not answer. */
  static String says(SearchEngine engine, SearchEngine before, SearchEngine after) {
    try {
      SearchResults found = engine.search(ALL);
      String notes = found.notes().isEmpty() ? "" : " " + found.notes();
      return isSame(found, before)
          ? "before" + notes
          : (isSame(found, after) ? "after" : "other " + found.total()) + notes;
    } catch (EngineException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean isSame(SearchResults found, SearchEngine state) {
    SearchResults expected = state.search(ALL);
    return found.total() == expected.total()
        && SearchAnswers.ids(found).equals(SearchAnswers.ids(expected));
  }

  private synchronized void hear(String answer, long asked) {
    if (updated > 0 && asked > updated && answer.equals("before")) {
      longestStale = (asked - updated) / 1_000_000;
    }
    if (!answer.equals(last)) {
      last = answer;
      long now = System.nanoTime();
      said.add(
          "%s ms (asked %s): %s"
              .formatted((now - started) / 1_000_000, (asked - started) / 1_000_000, answer));
    }
  }

  /** Sets whether the archive has another state that the node cannot know. */
  synchronized void setUpdated(boolean isUpdated) {
    updated = isUpdated ? System.nanoTime() : 0;
  }

  /**
   * Time from the update to the last question that the node answered as before, in milliseconds.
   */
  synchronized long longestStale() {
    return longestStale;
  }

  synchronized void mark(String event) {
    last = "";
    said.add("%s ms -- %s".formatted((System.nanoTime() - started) / 1_000_000, event));
  }

  @Override
  public void close() {
    goOn = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized String toString() {
    return String.join(System.lineSeparator(), said);
  }
}
