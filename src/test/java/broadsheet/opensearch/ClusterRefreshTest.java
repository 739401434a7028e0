package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.opensearch.StubNode.Answer;
import broadsheet.opensearch.StubNode.Asked;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ClusterRefreshTest {

  private static String stats(int shown) {
    return ("{\"_shards\":{\"failed\":0},\"indices\":{\"news\":{\"shards\":{\"0\":"
            + "[{\"seq_no\":{\"max_seq_no\":5,\"local_checkpoint\":5}},"
            + "{\"seq_no\":{\"max_seq_no\":5,\"local_checkpoint\":%s}}]}}}}")
        .formatted(shown);
  }

  private static Cluster cluster(StubNode node) {
    return Cluster.of(
        Location.of("opensearch=" + node.address() + "/news"), ClusterAccess.of(Map.of()));
  }

  /**
   * Refreshes on a cluster with a copy that is behind.
   *
   * @param isShown whether the copy has followed, given what was asked last
   * @return the paths that were asked for, in their order
   */
  private static List<String> refresh(Predicate<List<Asked>> isShown) throws IOException {
    StubNode[] node = new StubNode[1];
    node[0] = StubNode.http(call -> Answer.of(200, stats(isShown.test(node[0].asked()) ? 5 : 4)));
    try (StubNode stub = node[0];
        Cluster cluster = cluster(stub)) {
      cluster.refresh("news");
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
        refresh(
            asked ->
                asked.getLast().path().startsWith("/news/_stats") && looks.incrementAndGet() == 4);
    assertThat(paths).startsWith("/news/_refresh", "/news/_flush?force=false");
    assertThat(only(paths, "/news/_stats")).hasSize(4);
  }

  @Test
  void aMergeFollowsACommit() throws IOException {
    try (StubNode stub = StubNode.of(200, "{}");
        Cluster cluster = cluster(stub)) {
      cluster.forceMerge("news");
      assertThat(stub.asked().stream().map(Asked::path))
          .containsExactly("/news/_flush?force=false", "/news/_forcemerge?max_num_segments=1");
    }
  }

  @Test
  void aCopyThatMissedTheNewsIsToldAgain() throws IOException {
    String again = "/news/_flush?force=true";
    List<String> paths =
        refresh(asked -> asked.stream().anyMatch(call -> call.path().equals(again)));
    assertThat(only(paths, again)).hasSize(1);
  }
}
