package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.opensearch.StubNode.Answer;
import broadsheet.opensearch.StubNode.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRefreshTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The plugin's reply for an index of one shard that shows this version. */
  private static String version(int shown) {
    byte[] answer = {
      0, 0, 0, 1, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, (byte) shown, 0, 0, 0, 0, 0, 0, 0, 9
    };
    return new String(answer, StandardCharsets.ISO_8859_1);
  }

  private static String answer(Asked call, boolean isShown) {
    if (!call.path().startsWith("/news/_broadsheet")) {
      return "{}";
    }
    return version(isReplica(call.path()) && !isShown ? 4 : 5);
  }

  private static boolean isReplica(String path) {
    return path.contains("preference=_replica");
  }

  private static Cluster cluster(StubNode node) {
    return Cluster.of(
        Location.of("opensearch=" + node.address() + "/news"), ClusterAccess.of(Map.of()));
  }

  /**
   * Refreshes on a cluster with a copy that is behind.
   *
   * @param isShown whether the copy has caught up, given the requests so far
   * @return the requested paths, in their order
   */
  private static List<String> refresh(Duration patience, Predicate<List<Asked>> isShown)
      throws IOException {
    StubNode[] node = new StubNode[1];
    node[0] = StubNode.http(call -> Answer.of(200, answer(call, isShown.test(node[0].asked()))));
    try (StubNode stub = node[0];
        Cluster cluster = cluster(stub)) {
      assertThat(cluster.refresh("news", patience)).containsExactly(5L);
      return stub.asked().stream().map(Asked::path).toList();
    }
  }

  private static List<String> only(List<String> paths, String beginning) {
    return paths.stream().filter(path -> path.startsWith(beginning)).toList();
  }

  @Test
  void aRefreshIsOverOnceEveryCopyShowsAllChanges() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    List<String> paths =
        refresh(MINUTE, asked -> isReplica(asked.getLast().path()) && looks.incrementAndGet() == 4);
    assertThat(paths).startsWith("/news/_refresh", "/news/_flush?force=false");
    assertThat(paths.stream().filter(ClusterRefreshTest::isReplica)).hasSize(4);
  }

  @Test
  void aCopyThatStaysBehindIsWaitedForNoLongerThanAsked() throws IOException {
    List<String> paths = refresh(Duration.ofSeconds(1), asked -> false);
    assertThat(paths.stream().filter(ClusterRefreshTest::isReplica)).hasSizeGreaterThan(1);
  }

  /**
   * The shape is that of OpenSearch's answer, in <a
   * href="https://docs.opensearch.org/latest/api-reference/index-apis/stats/">its
   * documentation</a>.
   *
   * @param largest the size of the largest shard, in GB
   */
  @ParameterizedTest
  @CsvSource({"0, 1", "5, 1", "6, 2", "40, 8"})
  void aMergeFollowsACommitAndLeavesSegmentsOfAtMost5Gb(long largest, int segments)
      throws IOException {
    String sizes =
        """
        {"_all": {"total": {"store": {"size_in_bytes": 99999999999}}},
         "indices": {"news-v16": {"shards": {
           "0": [{"store": {"size_in_bytes": 1000}}, {"store": {"size_in_bytes": 2000}}],
           "1": [{"store": {"size_in_bytes": %s}}]}}}}
        """
            .formatted(largest << 30);
    try (StubNode stub = StubNode.of(200, sizes);
        Cluster cluster = cluster(stub)) {
      cluster.forceMerge("news");
      assertThat(stub.asked().stream().map(Asked::path))
          .containsExactly(
              "/news/_flush?force=false",
              "/news/_stats/store?level=shards",
              "/news/_forcemerge?max_num_segments=" + segments);
    }
  }

  @Test
  void aCopyThatMissedTheNewsIsToldAgain() throws IOException {
    String again = "/news/_flush?force=true";
    List<String> paths =
        refresh(MINUTE, asked -> asked.stream().anyMatch(call -> call.path().equals(again)));
    assertThat(only(paths, again)).hasSize(1);
  }
}
