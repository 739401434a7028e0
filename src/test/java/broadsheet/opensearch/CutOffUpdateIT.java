package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import broadsheet.article.Article;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.WorkingCopy;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update that reached the cluster only in part is not shown; a later one completes it. */
@OnCluster
@Isolated("kills nodes")
class CutOffUpdateIT {

  private static final String ARCHIVE = "cut-off";
  private static final int ARTICLES = 40;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final SearchRequest ALL = SearchRequest.of(new QueryNode.Everything());

  @TempDir private Path place;
  private TestCluster nodes;
  private Cluster cluster;
  private OpenSearchEngine engine;
  private SearchEngine reading;

  @BeforeEach
  void build() {
    nodes = TestCluster.shared();
    Location location = Location.of(nodes.location(ARCHIVE));
    cluster = Cluster.of(location, ClusterAccess.of(Map.of()));
    engine = new OpenSearchEngine(location, place);
    write(engine.rebuild(), 0);
    reading = engine.search(LIMIT);
    assertThat(notes()).isEmpty();
  }

  @AfterEach
  void delete() {
    reading.close();
    nodes.restore();
    cluster.indexes(ARCHIVE + "*").forEach(index -> cluster.delete(index.name()));
    cluster.close();
  }

  /** One file with articles from a number on. */
  private static void write(IndexingSession session, int from) {
    try (session) {
      session.begin("/news/a");
      articles(from).forEach(article -> session.add("/news/a", article));
      session.end(new FileRecord("/news/a", "" + from, "", "", "", 1, ARTICLES, 0, 0, 0));
      session.commit(List.of(new Source("/news", "")));
    }
  }

  private static List<Article> articles(int from) {
    return IntStream.range(from, from + ARTICLES)
        .mapToObj(i -> TestArticles.article("n" + i, "Grain of lot " + i))
        .toList();
  }

  private List<Note> notes() {
    return reading.search(ALL).notes();
  }

  /** Leaves the state of an update that is killed after some writes. */
  private void cutOff(int writes) {
    Settling settling = engine.settling();
    long update = reading.status().generation() + 1;
    try (WorkingCopy before = settling.open()) {
      write(settling.update(NameMode.AS_IS), ARTICLES / 2);
      try (WorkingCopy after = settling.open()) {
        List<BulkItem> items = new ArrayList<>();
        Iterator<WorkingCopy.Change> changes = after.changesSince(before);
        while (changes.hasNext() && items.size() < writes) {
          WorkingCopy.Change change = changes.next();
          WorkingCopy.Change sent = change.inUpdate(update);
          items.add(BulkItem.create(sent.key(), sent.home(), sent.bytes().orElseThrow()));
        }
        assertThat(cluster.bulk(index(), items.iterator())).isEmpty();
      }
    }
  }

  private String index() {
    return cluster.target(ARCHIVE).orElseThrow().name();
  }

  private void assertAsBefore() {
    SearchResults found = reading.search(ALL);
    assertThat(found.total()).isEqualTo(ARTICLES);
    assertThat(found.notes()).isEmpty();
    assertThat(reading.article("n0")).isPresent();
    assertThat(reading.article("n" + ARTICLES)).isEmpty();
    assertThatCode(() -> engine.check(article -> {})).doesNotThrowAnyException();
  }

  /** After some deletions, and after everything but the publication. */
  @ParameterizedTest
  @ValueSource(ints = {5, 1_000})
  void isNotShown(int writes) throws InterruptedException {
    cutOff(writes);
    assertAsBefore();
    cluster.refresh(index(), LIMIT);
    assertAsBefore();
    cluster.forceMerge(index());
    cluster.refresh(index(), LIMIT);
    assertAsBefore();
    repair();
  }

  /** The same articles as in the update that was cut off. */
  private void repair() throws InterruptedException {
    long generation = reading.status().generation();
    write(engine.update(), ARTICLES / 2);
    while (reading.status().generation() == generation) {
      Thread.sleep(20);
    }
    assertThat(reading.search(ALL).total()).isEqualTo(ARTICLES);
    assertThat(reading.article("n0")).isEmpty();
    assertThat(reading.article("n" + ARTICLES)).isPresent();
    assertThat(notes()).isEmpty();
    assertThatCode(() -> engine.check(article -> {})).doesNotThrowAnyException();
    write(engine.update(), ARTICLES / 2); // changes nothing
    assertThat(notes()).isEmpty();
  }

  /** Other copies become primaries, which show all that was sent. */
  @Test
  void isNotShownWithTheLossOfANode() throws InterruptedException {
    cutOff(30);
    int lost = nodes.manager();
    nodes.kill(lost);
    assertAsBefore();
    nodes.restart(lost);
    nodes.awaitNodes();
    nodes.awaitGreen();
    cluster.refresh(index(), LIMIT);
    assertAsBefore();
    repair();
  }

  /** Nothing is left of what an update replaced, and of one that was given up. */
  @Test
  void leavesNothingBehind() throws InterruptedException {
    cutOff(7);
    repair();
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(nodes.documents(index())).isEqualTo(documents());
    assertThat(reading.search(ALL).total()).isEqualTo(ARTICLES);
  }

  /** The number of documents that are shown. */
  private long documents() {
    try (WorkingCopy copy = engine.settling().open()) {
      return copy.documents();
    }
  }

  /** An update is shown, and interrupted while it waits for readers of the state before. */
  @Test
  void whatItDoesNotDeleteIsDeletedByTheNext() throws InterruptedException {
    long generation = reading.status().generation();
    Thread updating =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, _) -> {}) // the end of the process
            .start(() -> write(engine.update(), ARTICLES / 2));
    while (reading.status().generation() == generation) {
      assertThat(reading.search(ALL).total()).isEqualTo(ARTICLES);
      Thread.sleep(20);
    }
    updating.interrupt();
    updating.join();
    assertThat(nodes.documents(index())).isGreaterThan(documents());
    write(engine.update(), ARTICLES / 2);
    assertNothingIsLeft();
  }

  /**
   * Whatever the moment at which it is interrupted; an archive sent anew would be another index.
   */
  @Test
  void goesOnWithWhatTheClusterHasNotConfirmed() throws InterruptedException {
    String index = index();
    for (int round = 1; round <= 6; round++) {
      int from = round * ARTICLES / 2;
      Thread updating =
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, _) -> {}) // the end of the process
              .start(() -> write(engine.update(), from));
      updating.join(Duration.ofMillis(100L * round));
      updating.interrupt();
      updating.join();
      write(engine.update(), from);
      assertThat(index()).isEqualTo(index);
      assertThatCode(() -> engine.check(article -> {})).doesNotThrowAnyException();
      try (SearchEngine now = engine.search(LIMIT)) {
        assertThat(now.search(ALL).total()).isEqualTo(ARTICLES);
        assertThat(now.article("n" + from)).isPresent();
        assertThat(now.article("n" + (from - 1))).isEmpty();
      }
    }
  }
}
