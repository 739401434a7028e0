package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A page of results costs this program one call, whichever node it asks. */
@OnCluster
@Isolated("counts the questions to all nodes")
class OneCallIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ARTICLES = 40;

  @TempDir private Path folder;

  private final TestCluster nodes = TestCluster.shared();

  private void build(String archive) {
    Engine engine =
        new OpenSearchEngine(Location.of(nodes.location(archive)), folder.resolve(archive));
    try (IndexingSession session = engine.rebuild()) {
      for (int i = 0; i < ARTICLES; i++) {
        session.add(TestArticles.article("a" + i, "Grain of harbour " + i % 4 + ", lot " + i));
      }
      session.commit(List.of());
    }
    nodes.awaitGreen();
  }

  /** Searches by one node. */
  private SearchEngine engine(URI node, String archive) {
    Location location = Location.of("opensearch=http://" + node.getAuthority() + "/" + archive);
    return new OpenSearchEngine(location, folder.resolve(archive)).search(LIMIT);
  }

  private static SearchResults found(SearchEngine engine, String query) {
    LocalDate today = LocalDate.of(2026, 1, 2);
    return engine.search(SearchRequest.of(QueryParser.parse(query, today).root()));
  }

  /** The questions that clients put to each node so far, by its name. */
  private static Map<String, Long> questions(ClusterView view) throws Exception {
    Map<String, Long> questions = new TreeMap<>();
    for (JsonNode node : view.get("/_broadsheet/stats").path("nodes")) {
      JsonNode counts = node.path("questions");
      long all = counts.path("answered").asLong() + counts.path("failed").asLong();
      questions.put(node.path("name").asText(), all);
    }
    return questions;
  }

  /** The questions that nodes put to another node beside a late one so far. */
  private static long besides(ClusterView view) throws Exception {
    long besides = 0;
    for (JsonNode node : view.get("/_broadsheet/stats").path("nodes")) {
      besides += node.path("asked_beside_late_copies").asLong();
    }
    return besides;
  }

  /** Returns when no node works on a question. */
  private static void awaitSilence(ClusterView view) throws Exception {
    while (!view.get("/_tasks?actions=*broadsheet*").path("nodes").isEmpty()) {
      Thread.sleep(20);
    }
  }

  private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> since = new TreeMap<>();
    after.forEach((node, count) -> since.put(node, count - before.getOrDefault(node, 0L)));
    return since;
  }

  @Test
  void newTermsCostNoFurtherCall() throws Exception {
    build("one-call");
    try (ClusterView view = new ClusterView(nodes, "one-call");
        SearchEngine engine = engine(nodes.hosts().get(1), "one-call")) {
      int pages = 0;
      Map<String, Long> before = questions(view);
      for (String query : List.of("grain", "\"harbour 3\" AND lot", "grian", "lot -harbour")) {
        found(engine, query);
        pages++;
        assertThat(since(before, questions(view))).containsEntry("n2", (long) pages);
      }
      SearchResults found = found(engine, "\"harbour 3\"");
      assertThat(found.total()).isEqualTo(ARTICLES / 4);
      assertThat(engine.refs(SearchAnswers.ids(found))).hasSize(ARTICLES / 4); // came with the page
      assertThat(since(before, questions(view))).containsEntry("n2", pages + 1L);
      assertThat(since(before, questions(view))).containsEntry("n1", 0L).containsEntry("n3", 0L);
    }
  }

  @Test
  void aNodeWithoutTheOnlyShardPassesTheSearchOn() throws Exception {
    String kept = System.setProperty(ShardCount.PROPERTY, "1");
    try {
      build("one-shard");
    } finally {
      System.setProperty(ShardCount.PROPERTY, kept);
    }
    nodes.spread("one-shard", 1);
    List<List<String>> answers = new ArrayList<>();
    try (ClusterView view = new ClusterView(nodes, "one-shard")) {
      for (int node = 0; node < nodes.hosts().size(); node++) {
        try (SearchEngine engine = engine(nodes.hosts().get(node), "one-shard")) {
          long besides;
          Map<String, Long> asked;
          List<String> ids;
          do { // until no node was so late that another was asked beside it
            awaitSilence(view); // a late answer of the search before would be counted
            besides = besides(view);
            Map<String, Long> before = questions(view);
            ids = SearchAnswers.ids(found(engine, "harbour lot"));
            asked = since(before, questions(view));
          } while (besides(view) > besides);
          answers.add(ids);
          assertThat(asked.values().stream().mapToLong(Long::longValue).sum())
              .as("%s", asked)
              .isEqualTo(1);
          boolean isHolder = nodes.shardsOn(node, "one-shard") > 0;
          assertThat(asked.get("n" + (node + 1))).isEqualTo(isHolder ? 1 : 0);
        }
      }
    }
    assertThat(answers).hasSize(3).allMatch(answers.getFirst()::equals);
    assertThat(answers.getFirst()).hasSize(10);
  }
}
