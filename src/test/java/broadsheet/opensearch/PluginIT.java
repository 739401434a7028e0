package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.shard.Shard;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plugin writes what our own index writer does, and shards answer our own questions. */
@OnCluster
class PluginIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String INDEX = "plugin-test";
  private static final int ARTICLES = 60;

  private static TestCluster nodes;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    nodes = TestCluster.shared();
    cluster = Cluster.of(Location.of(nodes.location("plugin")), ClusterAccess.of(Map.of()));
  }

  @AfterEach
  void deleteIndexes() {
    cluster.indexes("plugin*").forEach(index -> cluster.delete(index.name()));
  }

  @Test
  void allNodesAreFit() {
    assertThat(cluster.check(Shard.FORMAT)).isEmpty();
    assertThat(cluster.check(Shard.FORMAT + 1))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("Install the plugin of this program"));
  }

  @Test
  void shardsHoldWhatOurOwnIndexWriterWrites() throws IOException {
    cluster.create(INDEX, 1, 0, ClusterArticles.META);
    List<IndexedArticle> articles = ClusterArticles.of(300);
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(articles))).isEmpty();
    cluster.forceMerge(INDEX);
    try (Directory own = new ByteBuffersDirectory();
        Directory shard = FSDirectory.open(folder())) {
      write(articles, own);
      try (DirectoryReader ownReader = DirectoryReader.open(own);
          DirectoryReader shardReader = DirectoryReader.open(shard)) {
        SortedMap<String, String> expected = IndexText.of(ownReader, IndexSchema.ID);
        assertThat(expected).hasSizeGreaterThan(20_000);
        assertThat(IndexText.of(shardReader, IndexSchema.ID)).isEqualTo(expected);
      }
    }
  }

  private static void write(List<IndexedArticle> articles, Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer()).setSimilarity(IndexSchema.similarity());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (IndexedArticle article : articles) {
        writer.addDocument(ArticleDocument.onShard(article));
      }
    }
  }

  /** The folder of the index's only shard. */
  private static Path folder() {
    String id = nodes.get("/_cat/indices/" + INDEX + "?h=uuid").strip();
    for (int node = 0; node < nodes.hosts().size(); node++) {
      Path folder = nodes.data(node).resolve(Path.of("nodes", "0", "indices", id, "0", "index"));
      if (Files.exists(folder)) {
        return folder;
      }
    }
    throw new IllegalStateException("no node has the shard");
  }

  /** Deleted copies would count in term statistics, also after a merge. */
  @Test
  void createdArticlesThatAreSentAgainLeaveNoCopies() {
    cluster.create(INDEX, 1, 0, ClusterArticles.META);
    for (int i = 0; i < 2; i++) {
      Stream<BulkItem> items =
          ClusterArticles.of(ARTICLES).stream()
              .map(each -> BulkItem.create(id(each), id(each), ClusterArticles.sent(each)));
      assertThat(cluster.bulk(INDEX, items.iterator())).isEmpty();
      cluster.refresh(INDEX, LIMIT);
      assertThat(nodes.get("/_cat/indices/" + INDEX + "?h=docs.count,docs.deleted").strip())
          .isEqualTo(ARTICLES + " 0");
    }
  }

  private static String id(IndexedArticle article) {
    return article.article().id();
  }

  @Test
  void everyShardAnswersOnce() {
    fill();
    List<byte[]> answers = cluster.ask(INDEX, "reader 1", ClusterArticles.COUNT, LIMIT);
    assertThat(ClusterArticles.numbers(answers)).hasSize(3).allMatch(number -> number > 0);
    assertThat(ClusterArticles.sum(answers)).isEqualTo(ARTICLES);
    assertThat(
            cluster.askPartly(AskedIndex.of(INDEX), ClusterArticles.COUNT, LIMIT, LIMIT).isWhole())
        .isTrue();
  }

  private static void fill() {
    cluster.create(INDEX, 3, 1, ClusterArticles.META);
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(ARTICLES)))).isEmpty();
    cluster.refresh(INDEX, LIMIT);
  }

  /** Else each segment that is written would cost the logs of users a line for each field. */
  @Test
  void nodesKnowAllFields() {
    fill();
    assertThat(nodes.logs()).doesNotContain("no index mapper found");
  }

  @Test
  void rewrittenAndDeletedArticlesCountOnce() {
    fill();
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(ARTICLES)))).isEmpty();
    Stream<BulkItem> deleted = Stream.of("a1", "a2", "none").map(id -> BulkItem.delete(id, id));
    assertThat(cluster.bulk(INDEX, deleted.iterator())).isEmpty();
    putShown(cluster.refresh(INDEX, LIMIT), 0);
    for (String copies : List.of("", "a", "b", "c", "d", "e")) {
      assertThat(countOf(copies, LIMIT)).isEqualTo(ARTICLES - 2);
    }
  }

  @Test
  void aCopyWithoutTheLastUpdateDoesNotAnswer() {
    fill();
    List<Long> shown = cluster.refresh(INDEX, LIMIT);
    putShown(shown, 0);
    assertThat(countOf("_replica", LIMIT)).isEqualTo(ARTICLES);
    putShown(shown, 1_000);
    assertThatThrownBy(() -> countOf("_replica", Duration.ofSeconds(5)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("does not show the last update yet");
    for (String copies : List.of("_primary", "", "a", "b", "c")) {
      assertThat(countOf(copies, LIMIT)).isEqualTo(ARTICLES);
    }
    assertThat(cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(ARTICLES)))).isEmpty();
    List<Long> later = cluster.refresh(INDEX, LIMIT);
    assertThat(later).zipSatisfy(shown, (now, before) -> assertThat(now).isGreaterThan(before));
    putShown(later, 0);
    assertThat(countOf("_replica", LIMIT)).isEqualTo(ARTICLES);
  }

  private static void putShown(List<Long> shards, long later) {
    List<Long> versions = shards.stream().map(version -> version + later).toList();
    cluster.putMeta(INDEX, Map.of("format", Shard.FORMAT, "versions", versions));
  }

  private static long countOf(String copies, Duration limit) {
    return ClusterArticles.sum(cluster.ask(INDEX, copies, ClusterArticles.COUNT, limit));
  }

  @Test
  void anIndexOfAnotherFormatIsNeitherWrittenNorRead() {
    cluster.create(INDEX, 1, 0, Map.of("format", Shard.FORMAT - 1));
    Map<String, String> rejected =
        cluster.bulk(INDEX, ClusterArticles.items(ClusterArticles.of(1)));
    String complaint =
        "This index has format %s; the plugin reads and writes format %s."
            .formatted(Shard.FORMAT - 1, Shard.FORMAT);
    assertThat(rejected.values()).singleElement().asString().startsWith(complaint);
    assertThatThrownBy(() -> cluster.ask(INDEX, "", ClusterArticles.COUNT, LIMIT))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void anAliasIsRefused() {
    fill();
    cluster.swapAlias("plugin", Optional.empty(), INDEX, List.of());
    assertThatThrownBy(() -> cluster.ask("plugin", "", ClusterArticles.COUNT, LIMIT))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("“plugin” is an alias; ask its index, “plugin-test”.");
  }

  @Test
  void whatIsNoArticleIsRejectedAndTheOthersAreWritten() {
    cluster.create(INDEX, 1, 0, ClusterArticles.META);
    Iterator<BulkItem> items =
        Stream.of(
                BulkItem.write("bad", "bad", new byte[] {99, 1, 2}),
                BulkItem.write("cut", "cut", cut(ClusterArticles.sent(article()))),
                BulkItem.write("good", "good", ClusterArticles.sent(article())))
            .iterator();
    Map<String, String> rejected = cluster.bulk(INDEX, items);
    assertThat(rejected).containsOnlyKeys("bad", "cut");
    assertThat(rejected.values())
        .allSatisfy(reason -> assertThat(reason).contains("not from a program of this version"));
    cluster.refresh(INDEX, LIMIT);
    assertThat(ClusterArticles.sum(cluster.ask(INDEX, "", ClusterArticles.COUNT, LIMIT)))
        .isEqualTo(1);
  }

  private static IndexedArticle article() {
    return ClusterArticles.of(1).getFirst();
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  @Test
  void anUnknownQuestionIsRefusedAtOnce() {
    fill();
    for (byte[] question :
        List.of(new byte[0], new byte[] {99, 1, 2}, cut(ClusterArticles.COUNT))) {
      assertThatThrownBy(() -> cluster.ask(INDEX, "", question, LIMIT))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("not from a program of this version");
    }
  }

  @Test
  void aQuestionThatIsTooLongIsRefused() {
    fill();
    assertThatThrownBy(() -> cluster.ask(INDEX, "", new byte[17 << 20], LIMIT))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("broadsheet.question.max");
  }

  /** In CBOR, “Ax” is one byte, “ax” is a text, and “Z” lacks its length. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_broadsheet?limit=0s        | application/cbor | Ax  | 400 | time limit",
        "_broadsheet?limit=11m       | application/cbor | Ax  | 400 | time limit",
        "_broadsheet?limit=soon      | application/cbor | Ax  | 400 | limit",
        "_broadsheet?preference=_all | application/cbor | Ax  | 400 | preference",
        "_broadsheet?size=3          | application/cbor | Ax  | 400 | [size]",
        "_broadsheet                 | application/cbor | ax  | 400 | one CBOR byte string",
        "_broadsheet                 | application/cbor | Z   | 400 | ",
        "_broadsheet                 | application/json | \"x\"    | 400 | one CBOR byte string",
        "_doc                        | application/json | {\"title\":\"x\"} | 400 | strict",
        "_doc | application/json | {\"broadsheet\":\"?\"}           | 400 | base64",
        "_doc | application/json | {\"broadsheet\":{\"a\":1}}       | 400 | ",
      })
  void oddRequestsAreRefused(String path, String type, String body, int status, String reason)
      throws IOException, InterruptedException {
    cluster.create(INDEX, 1, 0, ClusterArticles.META);
    HttpRequest request =
        HttpRequest.newBuilder(nodes.hosts().getFirst().resolve("/" + INDEX + "/" + path))
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.body()).contains(reason == null ? "" : reason);
    }
  }
}
