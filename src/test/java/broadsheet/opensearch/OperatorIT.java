package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.mark.ArticleQuestion;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.query.QueryNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The operator of a cluster sees questions where OpenSearch shows its own searches. */
@OnCluster
@Isolated("limits the memory of all nodes, and counts their questions")
class OperatorIT {

  private static final String INDEX = "operator-test";
  private static final int ARTICLES = 60;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String TASKS =
      "/_tasks?nodes=_local&actions=indices:data/read/broadsheet/ask";
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static TestCluster nodes;
  private static Cluster cluster;
  private static ClusterView view;

  @BeforeAll
  static void start() {
    nodes = TestCluster.shared();
    cluster = Cluster.of(Location.of(nodes.location("operator")), ClusterAccess.of(Map.of()));
    view = new ClusterView(nodes, INDEX);
  }

  @AfterAll
  static void end() {
    view.close();
  }

  /** Memory of an earlier test is given back a moment after its answer. */
  @BeforeEach
  void awaitRoom() throws InterruptedException {
    await(() -> breaker("estimated_size_in_bytes") == 0);
  }

  @AfterEach
  void restore() throws Exception {
    limitBreaker("null");
    cluster.delete(INDEX);
    view.delete("/_index_template/operator*");
  }

  private static void fill(int shards) {
    cluster.create(INDEX, shards, 0, ClusterArticles.META);
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(ARTICLES)))).isEmpty();
    cluster.refresh(INDEX, LIMIT);
  }

  private static byte[] call(PartQuestion<?> question) {
    return new ShardCall(question, Map.of(), VersionScope.LATEST, List.of(), false, LIMIT, LIMIT)
        .bytes(ShardCall.PROTOCOL);
  }

  private static byte[] hasAny(String word) {
    return call(new AnyQuestion(List.of(new QueryNode.Word(word)), Filters.none()));
  }

  /** Its answers are much longer than it. */
  private static byte[] articles() {
    return call(
        new ArticleQuestion.ArticlesQuestion(
            IntStream.range(0, 20).mapToObj(number -> "a" + number).toList()));
  }

  private static void limitBreaker(String limit) {
    nodes.put(
        "/_cluster/settings", "{\"transient\":{\"indices.breaker.request.limit\":" + limit + "}}");
  }

  private static JsonNode searches() {
    return view.get("/" + INDEX + "/_stats/search?groups=*").at("/_all/total/search");
  }

  private static long counted(String pointer) {
    return view.sum("/_broadsheet/stats", pointer);
  }

  private static long breaker(String number) {
    return view.sum("/_nodes/stats/breaker", "/breakers/request/" + number);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
  }

  @Test
  void aQuestionCountsAsASearchOfEachShard() {
    fill(3);
    long before = searches().path("query_total").asLong();
    cluster.ask(INDEX, "", ClusterArticles.COUNT, LIMIT);
    cluster.ask(INDEX, "", hasAny("strike"), LIMIT);
    JsonNode after = searches();
    assertThat(after.path("query_total").asLong() - before).isEqualTo(6);
    assertThat(after.path("query_current").asLong()).isZero();
    assertThat(after.path("query_failed").asLong()).isZero();
    assertThat(after.at("/groups/any/query_total").asLong()).isEqualTo(3);
    assertThat(after.at("/groups/summary/query_total").asLong()).isEqualTo(3);
    assertThat(nodes.get("/_cat/shards/" + INDEX + "?h=search.query_total").lines())
        .hasSize(3)
        .allMatch(total -> Long.parseLong(total.strip()) >= 2);
    assertThat(nodes.logs()).doesNotContain("Phase listener ["); // that failed
  }

  @Test
  void aQuestionForVersionsIsNoSearch() {
    fill(3);
    cluster.refresh(INDEX, LIMIT);
    assertThat(searches().path("query_total").asLong()).isZero();
  }

  @Test
  void aFailureCountsAsAFailedSearch() throws Exception {
    fill(3);
    long failed = counted("/shards/failed");
    byte[] question = hasAny("strike");
    assertThat(view.ask(Arrays.copyOf(question, question.length - 1)).statusCode()).isEqualTo(400);
    await(() -> searches().path("query_failed").asLong() == 3);
    assertThat(searches().path("query_failed").asLong()).isEqualTo(3);
    assertThat(searches().path("query_current").asLong()).isZero();
    assertThat(searches().path("query_total").asLong()).isZero();
    assertThat(counted("/shards/failed") - failed).isEqualTo(3);
  }

  @Test
  void aSlowQuestionIsInTheSlowLogWithItsQueryAndItsClient() throws Exception {
    nodes.put(
        "/_index_template/" + INDEX,
        """
        {"index_patterns": ["operator-test*"],
         "template": {"settings": {"index.search.slowlog.threshold.query.warn": "0ms"}}}
        """);
    fill(3);
    assertThat(view.ask(hasAny("Lohnverhandlung")).statusCode()).isEqualTo(200);
    String logged =
        "source[{\"ext\":{\"broadsheet\":{\"question\":\"any\",\"query\":\"Lohnverhandlung\"}}}]";
    await(() -> nodes.logs().split(Pattern.quote(logged), -1).length == 4);
    assertThat(nodes.logs().lines().filter(line -> line.contains(logged)))
        .hasSize(3)
        .allMatch(line -> line.contains("WARN") && line.contains("id[reader 7]"))
        .allMatch(line -> line.contains("[" + INDEX + "][") && line.contains("total_shards[3]"));
  }

  @Test
  void aQuestionWithoutRoomIsRefusedAndTheNodeGoesOn() throws Exception {
    fill(3);
    long used = breaker("estimated_size_in_bytes");
    long refused = counted("/questions/refused");
    limitBreaker("\"1b\"");
    HttpResponse<String> answer = view.ask(ClusterArticles.COUNT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.body())
        .contains("[request] Data too large, data for [a question to operator-test] would be");
    assertThatThrownBy(() -> cluster.ask(INDEX, "", ClusterArticles.COUNT, SHORT))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("The cluster has no room for this at the moment: ")
        .hasMessageContaining("Data too large");
    limitBreaker("null");
    assertThat(ClusterArticles.sum(cluster.ask(INDEX, "", ClusterArticles.COUNT, LIMIT)))
        .isEqualTo(ARTICLES);
    await(() -> breaker("estimated_size_in_bytes") == used);
    assertThat(breaker("estimated_size_in_bytes")).isEqualTo(used);
    assertThat(counted("/questions/refused")).isGreaterThan(refused);
  }

  /** The question has room once, where it arrives, but not twice, where it is read. */
  @Test
  void aShardWithoutRoomIsNamed() throws Exception {
    fill(3);
    long used = breaker("estimated_size_in_bytes");
    long refused = counted("/shards/refused");
    limitBreaker("\"" + (ClusterArticles.COUNT.length + 1) + "b\"");
    HttpResponse<String> answer = view.ask(ClusterArticles.COUNT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.body())
        .contains("3 of 3 shards did not answer: shard 0 ([request] Data too large");
    assertThatThrownBy(() -> cluster.ask(INDEX, "", ClusterArticles.COUNT, SHORT))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("3 of 3 parts of the archive did not answer: shard 0 ([request]");
    assertThat(counted("/shards/refused") - refused).isGreaterThanOrEqualTo(6);
    assertThat(breaker("estimated_size_in_bytes")).isEqualTo(used);
  }

  /** The node that gathers the answers has no shard, and the others have room for their own. */
  @Test
  void answersWithoutRoomTogetherAreRefused() throws Exception {
    fill(2);
    nodes.put(
        "/" + INDEX + "/_settings",
        "{\"index.routing.allocation.exclude._name\": \"n1\","
            + " \"index.routing.allocation.total_shards_per_node\": 1}");
    nodes.awaitGreen();
    byte[] question = articles();
    long used = breaker("estimated_size_in_bytes");
    List<byte[]> answers = cluster.ask(INDEX, "", question, LIMIT);
    int longest = answers.stream().mapToInt(answer -> answer.length).max().orElseThrow();
    int all = answers.stream().mapToInt(answer -> answer.length).sum();
    int limit = question.length + all - 1;
    assertThat(2 * question.length + longest).isLessThan(limit);
    limitBreaker("\"" + limit + "b\"");
    HttpResponse<String> answer = view.ask(question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
    assertThat(answer.body())
        .contains("Data too large, data for [a question to operator-test] would be");
    await(() -> breaker("estimated_size_in_bytes") == used);
    assertThat(breaker("estimated_size_in_bytes")).isEqualTo(used);
    limitBreaker("\"" + (limit + 1) + "b\"");
    assertThat(view.ask(question).statusCode()).isEqualTo(200);
  }

  @Test
  void aQuestionThatItsClientGivesUpIsCancelled() throws Exception {
    fill(3);
    nodes.spread(INDEX, 1);
    int hanging = 2;
    long cancelled = counted("/questions/cancelled");
    nodes.pause(hanging);
    try {
      HttpRequest request = view.question(ClusterArticles.COUNT, Duration.ofSeconds(1));
      assertThatThrownBy(() -> view.send(request)).isInstanceOf(HttpTimeoutException.class);
      await(() -> nodes.get(TASKS).contains("\"cancelled\":true")); // before the answer comes
    } finally {
      nodes.resume(hanging);
    }
    await(() -> counted("/questions/cancelled") > cancelled);
    assertThat(counted("/questions/cancelled") - cancelled).isEqualTo(1);
  }

  @Test
  void countsOfAllNodesAreShown() throws Exception {
    fill(3);
    JsonNode before = view.get("/_broadsheet/stats");
    assertThat(before.path("nodes")).hasSize(3);
    assertThat(before.path("nodes").findValuesAsText("name"))
        .containsExactlyInAnyOrder("n1", "n2", "n3");
    assertThat(before.findValues("late_nodes")).hasSize(3).allMatch(JsonNode::isArray);
    assertThat(before.findValues("patience_in_millis")).allMatch(each -> each.asLong() >= 50);
    long questions = counted("/questions/answered");
    long shards = counted("/shards/answered");
    long sent = counted("/shards/answer_bytes");
    long gathered = counted("/questions/answer_bytes");
    long bytes =
        cluster.ask(INDEX, "", hasAny("strike"), LIMIT).stream()
            .mapToLong(each -> each.length)
            .sum();
    await(() -> counted("/shards/answered") - shards == 3); // counted after it is sent
    assertThat(counted("/questions/answered") - questions).isEqualTo(1);
    assertThat(counted("/shards/answered") - shards).isEqualTo(3);
    assertThat(counted("/shards/answer_bytes") - sent).isEqualTo(bytes);
    assertThat(counted("/questions/answer_bytes") - gathered).isEqualTo(bytes);
    cluster.refresh(INDEX, LIMIT); // is no question
    assertThat(counted("/questions/answered") - questions).isEqualTo(1);
  }
}
