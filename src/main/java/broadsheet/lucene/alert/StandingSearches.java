package broadsheet.lucene.alert;

import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.request.StandingSearch;
import broadsheet.lucene.index.AlertMatcher;
import broadsheet.lucene.names.FoundNames;
import broadsheet.query.CanonicalText;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches saved searches against new articles with the code that answers searches. Thread-safe. */
public final class StandingSearches implements AlertMatcher {

  private static final Logger LOG = LoggerFactory.getLogger(StandingSearches.class);

  private final StandingAlerts alerts;

  public StandingSearches(StandingAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public Held hold() {
    return new HeldSearches(alerts.hold(), alerts);
  }

  @Override
  public ArrivalCopy copy() {
    return alerts.copy();
  }

  private record HeldSearches(StandingAlerts.Held list, StandingAlerts alerts) implements Held {

    @Override
    public Set<String> ids() {
      return list.searches().stream().map(StandingSearch::id).collect(Collectors.toSet());
    }

    @Override
    public void match(IndexReader newcomers, IndexReader archive, Taker taker) throws IOException {
      FoundNames names = FoundNames.of(archive, alerts.corrections());
      ArticleBatch batch = ArticleBatch.of(newcomers, archive, names);
      for (StandingSearch search : list.searches()) {
        ArticleBatch.Matched found = batch.matching(search.query(), search.filters());
        if (!found.areAll()) {
          LOG.warn(
              "Saved search {} may have missed some of {} new articles, because its patterns match"
                  + " too many of their words: {}",
              search.id(),
              newcomers.numDocs(),
              CanonicalText.of(search.query()));
        }
        if (!found.numbers().isEmpty()) {
          taker.take(search.id(), found.numbers());
        }
      }
    }

    @Override
    public void close() {
      list.close();
    }
  }
}
