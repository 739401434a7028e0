package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.coordinator.NodeSearches;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.shard.PageCall;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node does searches for clients. */
class NodeSearchesTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path place;

  private final NodeSearches node = new NodeSearches();
  private final AtomicInteger asked = new AtomicInteger();
  private final SearchRequest request =
      SearchRequest.of(
          QueryParser.parse("grain AND \"harbour lot\"", LocalDate.of(2026, 1, 2)).root());

  @SuppressWarnings("NullAway.Init")
  private LocalShards local;

  @BeforeEach
  void index() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < 60; i++) {
        session.add(TestArticles.article("a" + i, "Grain of the harbour lot " + i));
      }
      session.commit(List.of());
    }
    local = new LocalShards(Generations.in(place));
  }

  @AfterEach
  void close() {
    local.close();
  }

  private byte[] call(String client) {
    return new PageCall(
            client, request, List.of(), List.of(), false, LIMIT, LIMIT, Optional.empty())
        .bytes(Shards.PROTOCOL);
  }

  private PageCall.Reply reply(String client, String state, Shards shards) throws IOException {
    byte[] reply = node.answer(call(client), "news", state, shards, () -> false);
    return PageCall.Reply.of(reply, Shards.PROTOCOL);
  }

  /** The number of questions that a search puts to the shards. */
  private int questions(String client, String state) throws IOException {
    int before = asked.get();
    Shards counted =
        (call, request, left, isPatient) -> {
          asked.incrementAndGet();
          return local.current().shards().ask(call, request, left, isPatient);
        };
    assertThat(reply(client, state, counted).results()).isPresent();
    return asked.get() - before;
  }

  @Test
  void theResultsAreThoseOfTheClientsOwnSearch() throws IOException {
    SearchResults results = reply("a", "1", local.current().shards()).results().orElseThrow();
    try (SearchEngine whole = new ShardedEngine(place).search(LIMIT)) {
      SearchResults expected = whole.search(request);
      assertThat(results).usingRecursiveComparison().ignoringFields("took").isEqualTo(expected);
      assertThat(results.total()).isEqualTo(60);
    }
  }

  @Test
  void factsAreKeptForTheSameClientAndGatheredAtOnceForTheNextState() throws IOException {
    int first = questions("a", "1");
    assertThat(first).as("several rounds of facts").isGreaterThan(3);
    assertThat(questions("a", "1")).as("hits and marks").isEqualTo(2);
    assertThat(questions("a", "2")).as("and one for the facts").isEqualTo(3);
    assertThat(questions("a", "2")).isEqualTo(2);
  }

  @Test
  void anotherClientLearnsNothingFromThem() throws IOException {
    int first = questions("a", "1");
    assertThat(questions("b", "1")).isEqualTo(first);
    assertThat(questions("b", "2")).isEqualTo(3);
  }

  @Test
  void aMissingShardLeavesTheSearchToTheClient() {
    Shards cut =
        (call, request, left, isPatient) -> {
          throw new EngineException("shard 1 did not answer");
        };
    assertThatThrownBy(() -> reply("a", "1", cut))
        .isInstanceOf(EngineException.class)
        .hasMessage("shard 1 did not answer");
  }

  @Test
  void bytesFromAnotherProgramAreRefused() {
    byte[] call = call("a");
    call[0] = 77;
    assertThatThrownBy(() -> node.answer(call, "news", "1", local.current().shards(), () -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("protocol 77");
  }
}
