package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.RandomArchive;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.shard.Question;
import broadsheet.lucene.shard.Sent;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.ShardCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
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

/** The plugin writes what our own index writer does, and shards answer our own questions. */
@OnCluster
class PluginIT {

  private static final Map<String, Integer> META = Map.of("format", Shard.FORMAT);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Question<IndexSummary> SUMMARY = new Question.OfSummary();
  private static final byte[] COUNT = new ShardCall(SUMMARY, Map.of(), false, LIMIT, LIMIT).bytes();

  private static TestCluster nodes;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    nodes = TestCluster.shared();
    cluster = Cluster.of(Location.of(nodes.location("plugin")), ClusterAccess.of(Map.of()));
  }

  @AfterEach
  void deleteIndexes() {
    cluster.indexes("plugin").forEach(cluster::delete);
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
    cluster.create("plugin-equal", 1, 0, META);
    List<IndexedArticle> articles = articles(300);
    assertThat(cluster.bulk("plugin-equal", items(articles))).isEmpty();
    cluster.forceMerge("plugin-equal");
    try (Directory own = new ByteBuffersDirectory();
        Directory shard = FSDirectory.open(folder("plugin-equal"))) {
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
        writer.addDocument(ArticleDocument.of(article));
      }
    }
  }

  /** Where the only shard of an index is. */
  private static Path folder(String index) throws IOException {
    String id = nodes.get("/_cat/indices/" + index + "?h=uuid").strip();
    for (int node = 0; node < nodes.hosts().size(); node++) {
      try (Stream<Path> folders = Files.walk(nodes.data(node), 6)) {
        List<Path> found =
            folders.filter(path -> path.endsWith(Path.of(id, "0", "index"))).toList();
        if (!found.isEmpty()) {
          return found.getFirst();
        }
      }
    }
    throw new IllegalStateException("no node has " + index);
  }

  @Test
  void everyShardAnswersOnce() throws IOException {
    fill("plugin-ask", 3, 1);
    List<byte[]> answers = cluster.ask("plugin-ask", "", COUNT, LIMIT);
    assertThat(answers).hasSize(3);
    for (byte[] answer : answers) {
      assertThat(number(answer)).isPositive();
    }
    assertThat(sum(answers)).isEqualTo(ARTICLES);
  }

  private static final int ARTICLES = 60;

  private static void fill(String index, int shards, int replicas) {
    cluster.create(index, shards, replicas, META);
    assertThat(cluster.bulk(index, items(articles(ARTICLES)))).isEmpty();
    cluster.refresh(index);
    if (replicas > 0) {
      cluster.waitGreen(index, Duration.ofMinutes(1));
    }
  }

  private static long sum(Iterable<byte[]> answers) throws IOException {
    long sum = 0;
    for (byte[] answer : answers) {
      sum += number(answer);
    }
    return sum;
  }

  private static long number(byte[] answer) throws IOException {
    byte[] summary = ShardCall.Answer.of(answer).answer().orElseThrow();
    return ShardCall.answer(SUMMARY, summary).articles();
  }

  /** With an id each; one has every field there is. */
  private static List<IndexedArticle> articles(int count) {
    List<Article> articles = new ArrayList<>(RandomArchive.of(new Random(7), count - 1));
    articles.add(full());
    List<IndexedArticle> indexed = new ArrayList<>();
    for (Article article : articles) {
      String id = "a" + indexed.size();
      indexed.add(IndexedArticle.of("news.jsonl", article, indexed.size()).withId(id));
    }
    return indexed;
  }

  private static Article full() {
    return Article.withId("full")
        .title("Zürich’s talks — 港で会議")
        .standfirst("What the U.S. said.")
        .dateline("HARBOUR, Monday")
        .paragraphs(List.of("The strike ended. Ships left.", "***", "Les prix de l’été montent."))
        .related(List.of("More on the strike", "Weather"))
        .authors(List.of("The harbour desk", "A correspondent"))
        .source("Harbour Post")
        .section("Port")
        .topics(List.of("labour", "trade"))
        .places(List.of("Saltmouth"))
        .people(List.of("The Harbour Master"))
        .language("de-AT")
        .url("https://harbour.example/talks")
        .publishedAt(PublicationDate.stated("2023-06-05T10:30"))
        .build();
  }

  private static Iterator<BulkItem> items(List<IndexedArticle> articles) {
    return articles.stream()
        .map(
            article ->
                BulkItem.write(
                    article.article().id(),
                    article.article().id(),
                    new Sent.OfArticle(article, OptionalLong.empty()).bytes()))
        .iterator();
  }
}
