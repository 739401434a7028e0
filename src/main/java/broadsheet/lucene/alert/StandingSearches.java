package broadsheet.lucene.alert;

import broadsheet.engine.StandingAlerts;
import broadsheet.engine.request.StandingSearch;
import broadsheet.lucene.index.AlertMatcher;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/** Matches saved searches against new articles with the code that answers searches. Thread-safe. */
public final class StandingSearches implements AlertMatcher {

  private final StandingAlerts alerts;

  public StandingSearches(StandingAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public Held hold() {
    return new HeldSearches(alerts.hold());
  }

  private record HeldSearches(StandingAlerts.Held list) implements Held {

    @Override
    public Set<String> ids() {
      return list.searches().stream().map(StandingSearch::id).collect(Collectors.toSet());
    }

    @Override
    public void match(IndexReader newcomers, Taker taker) throws IOException {
      ArticleBatch batch = ArticleBatch.of(newcomers);
      for (StandingSearch search : list.searches()) {
        List<Integer> found = batch.matching(search.query(), search.filters());
        if (!found.isEmpty()) {
          taker.take(search.id(), found);
        }
      }
    }

    @Override
    public void close() {
      list.close();
    }
  }
}
