package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.IndexingSession;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics that a search had no time to gather are not cached for the next one. */
class CutShortTest {

  @Test
  void aPatternThatWasCutShortIsExpandedAgain(@TempDir Path place) {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < 30; i++) {
        session.add(TestArticles.article("a" + i, "The harbour is open, said number " + i + "."));
      }
      session.commit(List.of());
    }
    SearchRequest request = SearchRequest.of(new QueryNode.Wildcard("harb*")).unfolded();
    // Somewhere among these the time ends while the shards expand the pattern.
    for (int micros = 100; micros < 20_000; micros += micros / 4) {
      try (LocalShards shards = new LocalShards(Generations.in(place))) {
        Duration hurried = Duration.ofNanos(micros * 1_000L);
        assertThat(new ShardedSearchEngine(shards, hurried).search(request).total())
            .isBetween(0L, 30L);
        SearchResults found =
            new ShardedSearchEngine(shards, Duration.ofMinutes(1)).search(request);
        assertThat(found.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(found.total()).as("after %s µs", micros).isEqualTo(30);
      }
    }
  }
}
