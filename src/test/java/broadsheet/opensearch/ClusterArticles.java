package broadsheet.opensearch;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.RandomArchive;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.shard.ShippedDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/** Articles on a cluster, and the question for their number. */
final class ClusterArticles {

  private static final PartQuestion<IndexSummary> SUMMARY = new ArchiveQuestion.SummaryQuestion();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The description of an index of this program. */
  static final Map<String, Integer> META = Map.of("format", Shard.FORMAT);

  /** Asks a shard for the number of its articles. */
  static final byte[] COUNT =
      new ShardCall(SUMMARY, Map.of(), VersionScope.LATEST, List.of(), false, LIMIT, LIMIT)
          .bytes(ShardCall.PROTOCOL);

  private ClusterArticles() {}

  /** This many articles with an id each; one has every field there is. */
  static List<IndexedArticle> of(int count) {
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

  /** The articles as a client sends them. */
  static Iterator<BulkItem> items(List<IndexedArticle> articles) {
    return articles.stream().map(article -> write(article)).iterator();
  }

  private static BulkItem write(IndexedArticle article) {
    String id = article.article().id();
    return BulkItem.write(id, id, sent(article));
  }

  /** The bytes that a client sends to have an article indexed. */
  static byte[] sent(IndexedArticle article) {
    return new ShippedDocument.OfArticle(article, OptionalLong.empty()).bytes();
  }

  /** The number in each answer to {@link #COUNT}. */
  static List<Long> numbers(Iterable<byte[]> answers) {
    List<Long> numbers = new ArrayList<>();
    answers.forEach(answer -> numbers.add(number(answer)));
    return numbers;
  }

  private static long number(byte[] answer) {
    try {
      byte[] summary = ShardCall.Answer.of(answer, ShardCall.PROTOCOL).answer().orElseThrow();
      return ShardCall.answer(SUMMARY, summary, ShardCall.PROTOCOL).articles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sum of the answers to {@link #COUNT}. */
  static long sum(Iterable<byte[]> answers) {
    return numbers(answers).stream().mapToLong(Long::longValue).sum();
  }
}
