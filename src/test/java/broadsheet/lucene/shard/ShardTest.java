package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class ShardTest {

  @Test
  void everyFieldWithPostingsHasAnAnalyzer() {
    Set<String> fields = new TreeSet<>();
    for (Article article : RandomArchive.of(new Random(3), 40)) {
      IndexedArticle indexed = IndexedArticle.of("news.jsonl", article, 1).withId("other");
      for (IndexableField field : ArticleDocument.onShard(indexed)) {
        if (field.fieldType().indexOptions() != IndexOptions.NONE) {
          fields.add(field.name());
        }
      }
    }
    assertThat(fields).hasSizeGreaterThan(15);
    assertThat(Shard.analyzers()).containsKeys(fields.toArray(String[]::new));
  }

  /** A node may commit a shard again after the reader was opened. */
  @Test
  void aShardIsSummarizedAfterALaterCommit() throws Exception {
    Duration limit = Duration.ofSeconds(5);
    PartQuestion<IndexSummary> asked = new ArchiveQuestion.SummaryQuestion();
    byte[] call =
        new ShardCall(asked, Map.of(), VersionScope.LATEST, List.of(), false, limit, limit)
            .bytes(ShardCall.PROTOCOL);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      IndexedArticle article =
          IndexedArticle.of("news.jsonl", RandomArchive.of(new Random(3), 1).getFirst(), 1);
      writer.addDocument(ArticleDocument.of(article.withId("first")));
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        writer.addDocument(ArticleDocument.of(article.withId("second")));
        writer.commit();
        byte[] answer =
            ShardCall.Answer.of(Shard.answer(view(reader), call, () -> false), ShardCall.PROTOCOL)
                .answer()
                .orElseThrow();
        IndexSummary summary = ShardCall.answer(asked, answer, ShardCall.PROTOCOL);
        assertThat(summary.articles()).isEqualTo(1);
        assertThat(summary.sizeInBytes()).isPositive();
      }
    }
  }

  /** A stack overflow would end the node. */
  @Test
  void aQuestionNestedTooDeeplyIsRefused() throws Exception {
    byte[][] sent = new byte[1][];
    Thread deep =
        new Thread(
            null,
            () -> {
              QueryNode query = new QueryNode.Word("tide");
              for (int i = 0; i < 100_000; i++) {
                query = new QueryNode.Not(query);
              }
              PartQuestion<?> asked = new AnyQuestion(List.of(query), Filters.none());
              Duration limit = Duration.ofSeconds(5);
              sent[0] =
                  new ShardCall(
                          asked, Map.of(), VersionScope.LATEST, List.of(), false, limit, limit)
                      .bytes(ShardCall.PROTOCOL);
            },
            "deep",
            1L << 30);
    deep.start();
    deep.join();
    try (Directory directory = new ByteBuffersDirectory()) {
      new IndexWriter(directory, new IndexWriterConfig()).close();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> Shard.answer(view(reader), sent[0], () -> false))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The question is nested too deeply.");
      }
    }
  }

  private static Shard.View view(DirectoryReader reader) {
    return new Shard.View(reader, reader, UpdateState.ONLY);
  }
}
