package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Thorough;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.StubNode.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterHttpTest {

  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final Call CALL = Call.post("/");

  private static ClusterHttp http(URI... hosts) {
    return new ClusterHttp(List.of(hosts), ClusterAccess.of(Map.of()));
  }

  /** An address where nobody listens. */
  private static URI dead() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Test
  void aDeadNodeIsPassedOver() throws IOException {
    try (StubNode node = StubNode.of(200, "{}");
        ClusterHttp http = http(dead(), node.address())) {
      assertThat(http.send(CALL, LIMIT).host()).isEqualTo(node.address());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 429, 500, 502, 503, 504})
  void aFailingNodeIsPassedOverAndNotAskedFirstNextTime(int status) throws IOException {
    try (StubNode bad = StubNode.of(status, "{}");
        StubNode good = StubNode.of(200, "{}");
        ClusterHttp http = http(bad.address(), good.address())) {
      assertThat(http.send(CALL, LIMIT).status()).isEqualTo(200);
      assertThat(http.send(CALL, LIMIT).status()).isEqualTo(200);
      assertThat(bad.asked()).hasSize(1);
    }
  }

  /** The answer of OpenSearch 3.8 where another call has deleted the index meanwhile. */
  @Test
  void anIndexThatAnEarlierTryDeletedIsDeleted() throws IOException {
    String gone =
        "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"no such index\"}}";
    try (StubNode slow = StubNode.of(503, "{}");
        StubNode node = StubNode.of(404, gone)) {
      String hosts = slow.address() + "," + node.address().getAuthority();
      Location location = Location.of("opensearch=" + hosts + "/news");
      ClusterAccess access = ClusterAccess.of(Map.of());
      try (Cluster cluster = Cluster.of(location, access)) {
        cluster.delete("news-v1");
      }
      Documents.of(location, access, "news-settled").drop();
      assertThat(node.asked())
          .extracting(StubNode.Asked::path)
          .containsExactly(
              "/news-v1?ignore_unavailable=true", "/news-settled?ignore_unavailable=true");
    }
  }

  /** The answer of OpenSearch 3.8 where a node has been cut off from the others. */
  @Thorough
  @Test
  void aNodeThatIsCutOffIsNamedWithAdvice() throws IOException {
    String body =
        "{\"error\":{\"type\":\"cluster_manager_not_discovered_exception\",\"reason\":null}}";
    try (StubNode node = StubNode.of(503, body)) {
      Location location = Location.of("opensearch=" + node.address() + "/news");
      try (Cluster cluster = Cluster.of(location, ClusterAccess.of(Map.of()))) {
        assertThatThrownBy(() -> cluster.target("news", LIMIT))
            .isInstanceOf(EngineException.class)
            .hasMessageContaining(
                node.address().getAuthority() + " finds no elected cluster manager")
            .hasMessageEndingWith("Try another node.");
      }
    }
  }

  @Test
  void aNodeThatHangsLeavesTimeForAnother() throws IOException {
    try (StubNode hanging = StubNode.of(-1, "");
        StubNode good = StubNode.of(200, "{}");
        ClusterHttp http = http(hanging.address(), good.address())) {
      assertThat(http.send(CALL, LIMIT).host()).isEqualTo(good.address());
    }
  }

  @Test
  void aNodeThatWorksIsNotAskedTwice() throws IOException {
    Function<StubNode.Asked, Answer> slow =
        asked -> {
          if (asked.method().equals("POST")) {
            ClusterHttp.pause(Duration.ofMillis(1_500));
          }
          return Answer.of(200, "{}");
        };
    try (StubNode working = StubNode.http(slow);
        StubNode other = StubNode.of(200, "{}");
        ClusterHttp http = http(working.address(), other.address())) {
      assertThat(http.send(CALL, LIMIT).host()).isEqualTo(working.address());
      assertThat(other.asked()).isEmpty();
      assertThat(working.asked()).filteredOn(asked -> asked.method().equals("POST")).hasSize(1);
    }
  }

  @Test
  void aNodeThatHangsIsGivenUpLongBeforeTheTimeLimit() throws IOException {
    try (StubNode hanging = StubNode.of(-1, "");
        StubNode good = StubNode.of(200, "{}");
        ClusterHttp http = http(hanging.address(), good.address())) {
      Instant start = Instant.now();
      assertThat(http.send(CALL, Duration.ofMinutes(10)).host()).isEqualTo(good.address());
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(4));
      assertThat(http.send(CALL, LIMIT).host()).isEqualTo(good.address());
      assertThat(hanging.asked()).filteredOn(asked -> asked.method().equals("POST")).hasSize(1);
    }
  }

  @Test
  void anOverloadedClusterIsAskedAgainUntilItAnswers() throws IOException {
    var answers = Stream.of(429, 503, 200).iterator();
    try (StubNode node = StubNode.http(call -> Answer.of(answers.next(), "{}"));
        ClusterHttp http = http(node.address())) {
      Reply reply = http.send(CALL, LIMIT);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(http.retries()).isEqualTo(2);
      assertThat(node.asked()).hasSize(3);
    }
  }

  @Test
  void aReplyThatIsGoodEnoughOnlyLaterIsNotAskedForAgain() throws IOException {
    var answers = Stream.concat(Stream.of(200), Stream.generate(() -> 0)).iterator();
    AtomicInteger tests = new AtomicInteger();
    try (StubNode node = StubNode.http(call -> Answer.of(answers.next(), "{}"));
        ClusterHttp http = http(node.address())) {
      Reply reply = http.send(left -> CALL, each -> tests.incrementAndGet() == 4, LIMIT);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(node.asked()).hasSize(4);
    }
  }

  @Test
  void whatIsRefusedIsNotAskedAgain() throws IOException {
    try (StubNode node = StubNode.of(400, "{\"error\":{\"type\":\"t\",\"reason\":\"because\"}}");
        ClusterHttp http = http(node.address())) {
      Reply reply = http.send(CALL, LIMIT);
      assertThat(reply.reason()).isEqualTo("because");
      assertThat(reply.errorType()).isEqualTo("t");
      assertThat(http.retries()).isZero();
      assertThat(node.asked()).hasSize(1);
    }
  }

  @Test
  void theLastReplyIsGivenWhenTheTimeIsUp() throws IOException {
    try (StubNode node = StubNode.of(503, "{\"error\":\"no\"}");
        ClusterHttp http = http(node.address())) {
      Reply reply = http.send(CALL, Duration.ofMillis(300));
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.reason()).isEqualTo("HTTP status 503");
      assertThat(node.asked()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aClusterThatIsDownIsSaidToBe() throws IOException {
    URI first = dead();
    try (ClusterHttp http = http(first, dead())) {
      assertThatThrownBy(() -> http.send(CALL, Duration.ofMillis(300)))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("No node of the cluster answered within 1 s (127.0.0.1:")
          .hasMessageContaining(first.getAuthority());
    }
  }

  @Test
  void somethingElseThatAnswersIsRecognised() throws IOException {
    try (StubNode node = StubNode.of(200, "<html>Welcome</html>");
        ClusterHttp http = http(node.address())) {
      Reply reply = http.send(CALL, LIMIT);
      assertThatThrownBy(reply::json)
          .isInstanceOf(EngineException.class)
          .hasMessage("What answers at %s is not OpenSearch.", node.address());
    }
  }

  @Test
  void aForbiddenCallSaysWhatIsForbidden() throws IOException {
    try (StubNode node =
            StubNode.of(403, "{\"error\":{\"reason\":\"no permissions for [indices:x]\"}}");
        ClusterHttp http = http(node.address())) {
      assertThatThrownBy(() -> http.send(CALL, LIMIT))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("no permissions for [indices:x]");
    }
  }
}
