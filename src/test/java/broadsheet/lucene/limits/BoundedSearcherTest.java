package broadsheet.lucene.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedSearcherTest {

  private static final int DOCUMENTS = 5_000;

  private DirectoryReader reader;
  private IndexSearcher whole;

  @BeforeEach
  void open() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(new Document());
      }
    }
    reader = DirectoryReader.open(directory);
    whole = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @Test
  void withTimeItFindsEverything() throws IOException {
    BoundedSearcher searcher = BoundedSearcher.of(whole, Deadline.none());
    assertThat(searcher.search(MatchAllDocsQuery.INSTANCE, new Slow(0))).hasSize(DOCUMENTS);
    assertThat(searcher.count(MatchAllDocsQuery.INSTANCE)).isEqualTo(DOCUMENTS);
    assertThat(searcher.isCut()).isFalse();
  }

  @Test
  void withoutTimeItFindsNothingAndSaysSo() throws IOException {
    BoundedSearcher searcher = BoundedSearcher.forgetful(whole, Deadline.in(Duration.ZERO));
    assertThat(searcher.search(MatchAllDocsQuery.INSTANCE, 10).scoreDocs).isEmpty();
    assertThat(searcher.isCut()).isTrue();
  }

  @Test
  void countingKeepsTheTimeToo() throws IOException {
    BoundedSearcher searcher = BoundedSearcher.of(whole, Deadline.in(Duration.ZERO));
    assertThat(searcher.count(MatchAllDocsQuery.INSTANCE)).isZero();
    assertThat(searcher.isCut()).isTrue();
  }

  /** Each article takes a millisecond; all of them would take five seconds. */
  @Test
  void whatWasFoundWhenTheTimeIsUpIsGiven() throws IOException {
    BoundedSearcher searcher = BoundedSearcher.of(whole, Deadline.in(Duration.ofMillis(600)));
    List<Integer> found = searcher.search(MatchAllDocsQuery.INSTANCE, new Slow(1));
    assertThat(found).hasSizeBetween(1, DOCUMENTS - 1);
    assertThat(searcher.isCut()).isTrue();
  }

  /** Collects documents, taking a fixed time for each. */
  private record Slow(long millis) implements CollectorManager<Gathering, List<Integer>> {

    @Override
    public Gathering newCollector() {
      return new Gathering(millis);
    }

    @Override
    public List<Integer> reduce(Collection<Gathering> parts) {
      return parts.stream().flatMap(part -> part.found.stream()).toList();
    }
  }

  private static final class Gathering extends SimpleCollector {
    private final long millis;
    private final List<Integer> found = new ArrayList<>();

    Gathering(long millis) {
      this.millis = millis;
    }

    @Override
    public void collect(int document) {
      found.add(document);
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
