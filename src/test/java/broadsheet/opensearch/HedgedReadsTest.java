package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.opensearch.StubNode.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reads by hosts of which some hang. */
class HedgedReadsTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration QUICK = Duration.ofSeconds(5);

  private static ClusterHttp http(List<URI> hosts) {
    return new ClusterHttp(hosts, ClusterAccess.of(Map.of()));
  }

  private static Reply read(HedgedReads reads, Duration limit) {
    return reads.read(
        copies -> Call.get("/?preference=" + copies), each -> !each.isWorthRetrying(), limit);
  }

  @Test
  void anotherHostIsAskedBesideOneThatHangsAndFirstTheNextTime() throws IOException {
    try (StubNode hanging = StubNode.of(-1, "");
        StubNode sound = StubNode.of(200, "{}");
        ClusterHttp http = http(List.of(hanging.address(), sound.address()))) {
      HedgedReads reads = new HedgedReads(http);
      long started = System.nanoTime();
      assertThat(read(reads, LIMIT).isSuccess()).isTrue();
      assertThat(read(reads, LIMIT).isSuccess()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(QUICK);
      assertThat(hanging.asked()).filteredOn(call -> !call.path().equals("/")).hasSize(1);
      assertThat(sound.asked()).hasSize(2);
    }
  }

  @Test
  void anotherCopyIsAskedForByTheOnlyHost() throws IOException {
    try (StubNode node =
            StubNode.http(
                call -> Answer.of(call.path().endsWith("_primary_first") ? 200 : -1, ""));
        ClusterHttp http = http(List.of(node.address()))) {
      assertThat(read(new HedgedReads(http), LIMIT).isSuccess()).isTrue();
      assertThat(node.asked())
          .extracting(StubNode.Asked::path)
          .containsExactly(
              "/?preference=_local", "/?preference=_replica_first", "/?preference=_primary_first");
    }
  }

  @Test
  void overloadedHostsAreAskedAgainUntilTheTimeIsUp() throws IOException {
    try (StubNode busy = StubNode.of(429, "{}");
        ClusterHttp http = http(List.of(busy.address()))) {
      assertThat(read(new HedgedReads(http), Duration.ofMillis(400)).status()).isEqualTo(429);
      assertThat(busy.asked()).hasSizeBetween(4, 12);
    }
  }

  @Test
  void whatAHostSaidBeforeItFellSilentIsTold() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (StubNode dying =
            StubNode.http(_ -> Answer.of(asked.getAndIncrement() == 0 ? 429 : 0, "{}"));
        ClusterHttp http = http(List.of(dying.address()))) {
      assertThat(read(new HedgedReads(http), Duration.ofSeconds(1)).status()).isEqualTo(429);
    }
  }

  @Test
  void hostsThatAllHangAreNamed() throws IOException {
    try (StubNode hanging = StubNode.of(-1, "");
        ClusterHttp http = http(List.of(hanging.address()))) {
      HedgedReads reads = new HedgedReads(http);
      assertThatThrownBy(() -> read(reads, Duration.ofMillis(100)))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(hanging.address().getAuthority());
    }
  }
}
