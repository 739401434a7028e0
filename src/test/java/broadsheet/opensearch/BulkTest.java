package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Thorough;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.StubNode.Answer;
import broadsheet.opensearch.StubNode.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BulkTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final List<Asked> calls = new ArrayList<>();

  /** Writes to a node that decides on the status of each item by its id. */
  private Map<String, String> write(Function<String, Integer> statuses, Stream<BulkItem> items)
      throws IOException {
    try (StubNode node = StubNode.http(call -> Answer.of(200, answer(call, statuses)));
        ClusterHttp http = new ClusterHttp(List.of(node.address()), ClusterAccess.of(Map.of()))) {
      Map<String, String> rejected = new Bulk(http, "news", LIMIT).write(items.iterator());
      calls.addAll(node.asked());
      return rejected;
    }
  }

  private static String answer(Asked call, Function<String, Integer> statuses) {
    return ids(call).stream()
        .map(id -> item(id, statuses.apply(id)))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }

  private static String item(String id, int status) {
    String error = status / 100 == 2 ? "" : ",\"error\":{\"reason\":\"no " + status + "\"}";
    return "{\"index\":{\"_id\":\"%s\",\"status\":%s%s}}".formatted(id, status, error);
  }

  /** The ids a call writes or deletes, in order. */
  private static List<String> ids(Asked call) {
    return call.body()
        .lines()
        .filter(line -> line.contains("\"_id\""))
        .map(line -> line.replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private static BulkItem article(String id) {
    return BulkItem.write(id, "r", new byte[] {1, 2});
  }

  @Test
  void sendsDocumentsAndDeletions() throws IOException {
    assertThat(write(id -> 200, Stream.of(article("a"), BulkItem.delete("b", "r")))).isEmpty();
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().path()).isEqualTo("/news/_bulk");
    assertThat(calls.getFirst().body())
        .isEqualTo(
            """
            {"index":{"_id":"a","routing":"r"}}
            {"broadsheet":"AQI="}
            {"delete":{"_id":"b","routing":"r"}}
            """);
  }

  /** A try whose reply was lost has written it. */
  @Test
  void documentThatWasCreatedBeforeIsDone() throws IOException {
    String answer = "{\"items\":[" + item("a", 409).replace("index", "create") + "]}";
    try (StubNode node = StubNode.http(call -> Answer.of(200, answer));
        ClusterHttp http = new ClusterHttp(List.of(node.address()), ClusterAccess.of(Map.of()))) {
      BulkItem article = BulkItem.create("a", "r", new byte[] {1, 2});
      assertThat(new Bulk(http, "news", LIMIT).write(List.of(article).iterator())).isEmpty();
      assertThat(node.asked())
          .singleElement()
          .extracting(Asked::body)
          .isEqualTo("{\"create\":{\"_id\":\"a\",\"routing\":\"r\"}}\n{\"broadsheet\":\"AQI=\"}\n");
    }
    assertThat(write(id -> 409, Stream.of(article("a")))).containsKey("a");
  }

  @Test
  void onlyWhatFailedIsSentAgain() throws IOException {
    AtomicInteger tries = new AtomicInteger();
    Map<String, String> rejected =
        write(
            id -> id.equals("b") && tries.incrementAndGet() < 3 ? 429 : 201,
            Stream.of(article("a"), article("b"), article("c")));
    assertThat(rejected).isEmpty();
    assertThat(calls.stream().map(BulkTest::ids))
        .containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
  }

  @Test
  void whatIsRefusedIsReportedAndNotSentAgain() throws IOException {
    Map<String, String> rejected =
        write(id -> id.equals("b") ? 400 : 201, Stream.of(article("a"), article("b")));
    assertThat(rejected).containsExactly(Map.entry("b", "no 400"));
    assertThat(calls).hasSize(1);
  }

  /** Else a retry of the first change could undo the second. */
  @Test
  void noBatchHasAnIdTwice() throws IOException {
    write(id -> 200, Stream.of(article("a"), article("b"), BulkItem.delete("a", "r")));
    assertThat(calls.stream().map(BulkTest::ids)).containsExactly(List.of("a", "b"), List.of("a"));
  }

  @Test
  void batchesAreBoundedInNumber() throws IOException {
    write(id -> 200, IntStream.range(0, 2_500).mapToObj(i -> article("a" + i)));
    assertThat(calls.stream().map(call -> ids(call).size())).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void batchesAreBoundedInSize() throws IOException {
    byte[] megabyte = new byte[1 << 20];
    write(id -> 200, IntStream.range(0, 10).mapToObj(i -> BulkItem.write("a" + i, "r", megabyte)));
    assertThat(calls).hasSize(2);
    assertThat(calls).allSatisfy(call -> assertThat(call.body().length()).isLessThan(9 << 20));
  }

  @Test
  void aWholeRefusalSaysWhy() throws IOException {
    try (StubNode node = StubNode.of(413, "{\"error\":{\"reason\":\"too much\"}}");
        ClusterHttp http = new ClusterHttp(List.of(node.address()), ClusterAccess.of(Map.of()))) {
      Bulk bulk = new Bulk(http, "news", LIMIT);
      assertThatThrownBy(() -> bulk.write(List.of(article("a")).iterator()))
          .isInstanceOf(EngineException.class)
          .hasMessage("The cluster takes no documents: too much.");
    }
  }

  /** The reason that OpenSearch 3.8 gives to an index with a shard on a disk that is 95 % full. */
  @Thorough
  @Test
  void aFullDiskIsNamedWithAdvice() throws IOException {
    String reason =
        "index [news] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark,"
            + " index has read-only-allow-delete block];";
    String answer = "{\"items\":[" + item("a", 429).replace("no 429", reason) + "]}";
    try (StubNode node = StubNode.of(200, answer);
        ClusterHttp http = new ClusterHttp(List.of(node.address()), ClusterAccess.of(Map.of()))) {
      Bulk bulk = new Bulk(http, "news", Duration.ofSeconds(4));
      assertThatThrownBy(() -> bulk.write(List.of(article("a")).iterator()))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith("The cluster did not take 1 of the documents within 4 s: index")
          .hasMessageContaining("The disk of a node is full: make room");
    }
  }

  @Test
  void oddIdsAreWritten() throws IOException {
    String written = "\"a\\\"b\\n\\\\\"";
    String answer = "{\"items\":[{\"index\":{\"_id\":%s,\"status\":200}}]}".formatted(written);
    try (StubNode node = StubNode.of(200, answer);
        ClusterHttp http = new ClusterHttp(List.of(node.address()), ClusterAccess.of(Map.of()))) {
      new Bulk(http, "news", LIMIT).write(List.of(article("a\"b\n\\")).iterator());
      assertThat(node.asked().getFirst().body())
          .startsWith("{\"index\":{\"_id\":" + written + ",\"routing\":\"r\"}}\n");
    }
  }
}
