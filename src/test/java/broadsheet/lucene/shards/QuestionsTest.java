package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.StandingAlerts;
import broadsheet.lucene.sharded.ShardedArchive;
import broadsheet.lucene.sharded.ShardedSearchEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the questions to the shards: each is a round trip over the network. */
class QuestionsTest {

  /** Shards that count how often they are asked. */
  private record Counted(LocalShards shards, AtomicInteger asked)
      implements ShardedSearchEngine.Source {
    @Override
    public ShardedArchive current() {
      ShardedArchive archive = shards.current();
      return new ShardedArchive(
          (call, request, left, isPatient) -> {
            asked.incrementAndGet();
            return archive.shards().ask(call, request, left, isPatient);
          },
          archive.format());
    }

    @Override
    public long generation() {
      return shards.generation();
    }

    @Override
    public Optional<String> fault() {
      return Optional.empty();
    }

    @Override
    public String withoutMeaning() {
      return shards.withoutMeaning();
    }

    @Override
    public void close() {
      shards.close();
    }
  }

  @Test
  void suggestionsAreTriedTogether(@TempDir Path place) {
    try (IndexingSession session = new ShardedEngine(place).rebuild(StandingAlerts.none())) {
      for (int i = 0; i < 30; i++) {
        String word = "harbour" + (char) ('a' + i % 10);
        session.add(
            Article.withId("a" + i)
                .title("The " + word + " is open")
                .source("Harbour Post " + i % 3)
                .paragraphs(List.of("Grain came to the " + word + " by river."))
                .build());
      }
      session.commit(List.of());
    }
    AtomicInteger asked = new AtomicInteger();
    try (ShardedSearchEngine engine =
        new ShardedSearchEngine(
            new Counted(new LocalShards(Generations.in(place)), asked), Duration.ofMinutes(1))) {
      assertThat(engine.suggest("grain -river OR harb", 10)).hasSize(10);
      assertThat(asked.get()).as("was 36 one by one").isLessThan(25);
    }
  }
}
