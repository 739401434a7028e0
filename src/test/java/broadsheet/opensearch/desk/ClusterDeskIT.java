package broadsheet.opensearch.desk;

import static broadsheet.opensearch.desk.Entries.entry;
import static broadsheet.opensearch.desk.Entries.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Stress;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.Store;
import broadsheet.opensearch.OnCluster;
import broadsheet.opensearch.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behaviour that only a desk on a cluster has. */
@OnCluster
class ClusterDeskIT {

  private static final String ARCHIVE = "kept";

  private static TestDesk kept;

  @BeforeAll
  static void start() {
    kept = new TestDesk(ARCHIVE);
  }

  @AfterEach
  void empty() {
    kept.empty();
  }

  @Test
  void twoProgramsThatChangeOneListLoseNothing() throws Exception {
    String list = kept.desk().lists().create("", "Cocoa").id();
    List<CompletableFuture<Void>> programs =
        IntStream.range(0, 2)
            .mapToObj(
                i -> CompletableFuture.runAsync(() -> use(kept.program().lists(), list, 10 * i)))
            .toList();
    for (CompletableFuture<Void> program : programs) {
      program.get(60, TimeUnit.SECONDS);
    }
    assertThat(kept.desk().lists().entries().of(list))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20)
                .filter(i -> i % 10 != 7)
                .mapToObj(i -> entry(i, "note " + i))
                .toList());
    assertThat(kept.ids()).hasSize(2 + 18 + 2); // and the notes on what was taken off
  }

  private static void use(Lists lists, String list, int first) {
    for (int i = first; i < first + 10; i++) {
      assertThat(lists.entries().put(list, List.of(entry(i, "")))).isOne();
      assertThat(lists.entries().note(list, fingerprint(i), "note " + i)).isTrue();
      assertThat(lists.entries().move(list, fingerprint(i), 1)).isTrue();
    }
    assertThat(lists.entries().take(list, List.of(fingerprint(first + 7)))).isOne();
  }

  @Test
  void whatIsSentAgainAfterALostAnswerIsDoneOnce() throws IOException {
    try (UnreliableNode node = UnreliableNode.losingAnswers(ARCHIVE)) {
      Desk desk = node.program();
      ReadingList list = desk.lists().create("", "Cocoa");
      assertThat(desk.lists().entries().put(list.id(), List.of(entry(1, ""), entry(2, ""))))
          .isEqualTo(2);
      assertThat(desk.lists().entries().note(list.id(), fingerprint(1), "mine")).isTrue();
      assertThat(desk.lists().entries().move(list.id(), fingerprint(2), 1)).isTrue();
      assertThat(desk.lists().entries().take(list.id(), List.of(fingerprint(2)))).isOne();
      SavedSearch tide = desk.searches().add("q=tide", "tide", 0);
      assertThat(desk.searches().remove(tide.id())).contains(tide);
      desk.readMarks().turnOn("");
      desk.readMarks().mark("", entry(1, "").article(), true);
      assertThat(node.lost()).isGreaterThan(10);
    }
    Desk desk = kept.desk();
    assertThat(desk.lists().all("")).hasSize(1);
    assertThat(desk.lists().entries().of(desk.lists().all("").getFirst().id()))
        .containsExactly(entry(1, "mine"));
    assertThat(desk.searches().all()).isEmpty();
    assertThat(desk.readMarks().all("")).containsExactly(entry(1, "").article());
  }

  /** A document knows its last 16 changes. */
  @Test
  void whatIsDoneTwiceBecauseOthersChangedMuchMeanwhileLosesNothing() throws IOException {
    Lists lists = kept.desk().lists();
    String list = lists.create("", "Cocoa").id();
    lists.entries().put(list, List.of(entry(1, "")));
    Runnable others =
        () ->
            IntStream.range(0, 20)
                .forEach(i -> lists.entries().note(list, fingerprint(1), "note " + i));
    try (UnreliableNode node = UnreliableNode.losingAnAnswer(ARCHIVE, others)) {
      node.program().lists().entries().put(list, List.of(entry(2, "mine")));
    }
    assertThat(lists.entries().of(list)).containsExactly(entry(1, "note 19"), entry(2, "mine"));
    assertThat(kept.ids()).hasSize(2 + 2);
  }

  /** The program may be killed between the writes of a note and of the list that names it. */
  @Test
  void whatIsNotWholeIsNotThereAndGoesWithTheList() throws IOException {
    Lists lists = kept.desk().lists();
    String list = lists.create("", "Cocoa").id();
    lists.entries().put(list, List.of(entry(1, "")));
    try (UnreliableNode node =
        UnreliableNode.refusing(ARCHIVE, call -> call.path().contains("/list-"))) {
      Lists failing = node.program().lists();
      assertThatThrownBy(() -> failing.entries().put(list, List.of(entry(2, "a"), entry(3, "b"))))
          .isInstanceOf(DeskException.class)
          .hasMessageContaining("not today");
      assertThatThrownBy(() -> failing.entries().note(list, fingerprint(1), "half"))
          .isInstanceOf(DeskException.class);
    }
    assertThat(lists.entries().of(list)).containsExactly(entry(1, ""));
    assertThat(lists.all("")).extracting(ReadingList::entries).containsExactly(1);
    assertThat(kept.ids()).hasSize(2 + 3);
    lists.remove(list);
    assertThat(kept.ids()).containsExactly(Store.LISTS);
  }

  /** The program may be killed after removing the name of the list. */
  @Test
  void halfRemovedListIsGoneAndItsRestGoesWithTheNextOne() throws IOException {
    Lists lists = kept.desk().lists();
    String cocoa = lists.create("", "Cocoa").id();
    String grain = lists.create("", "Grain").id();
    lists.entries().put(cocoa, List.of(entry(1, "secret")));
    try (UnreliableNode node =
        UnreliableNode.refusing(ARCHIVE, call -> call.path().endsWith("/_bulk"))) {
      assertThat(node.program().lists().remove(cocoa)).isPresent();
    }
    assertThat(lists.find("", cocoa)).isEmpty();
    assertThat(lists.entries().of(cocoa)).isEmpty();
    assertThat(lists.listed("")).isEmpty();
    assertThat(lists.having("", List.of(entry(1, "").article()))).isEmpty();
    assertThat(lists.entries().put(cocoa, List.of(entry(2, "")))).isZero();
    assertThat(lists.entries().note(cocoa, fingerprint(1), "x")).isFalse();
    assertThat(kept.ids()).hasSize(4);
    lists.remove(grain);
    assertThat(kept.ids()).containsExactly(Store.LISTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {DeskIndex.FORMAT - 1, DeskIndex.FORMAT + 1})
  void indexOfAnotherFormatIsLeftAsItIs(int format) {
    TestDesk other = new TestDesk("format" + format);
    other.documents().create(DeskMapping.of(format));
    for (Runnable use :
        List.<Runnable>of(
            () -> other.desk().lists().all(""),
            () -> other.desk().searches().all(),
            () -> other.desk().lists().create("", "Cocoa"))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(DeskException.class)
          .hasMessageContaining(
              "format%s-desk, which holds what readers keep, has format %s"
                  .formatted(format, format))
          .message()
          .doesNotContain("\n");
    }
    assertThat(other.ids()).isEmpty();
    assertThat(other.documents().meta()).isEqualTo(Optional.of(Map.of("format", format)));
  }

  @Test
  void indexThatWasDeletedIsMadeAgainWithItsFields() {
    TestDesk other = new TestDesk("deleted");
    other.desk().lists().create("", "Cocoa");
    other.documents().drop();
    assertThat(other.desk().lists().all("")).isEmpty();
    ReadingList grain = other.desk().lists().create("", "Grain");
    assertThat(other.desk().lists().all("")).containsExactly(grain);
    assertThat(other.documents().meta()).isEqualTo(Optional.of(Map.of("format", 2)));
  }

  /** Nodes keep deleted documents for about half a minute. */
  @Test
  @Stress
  void erasedMarksLeaveTheDisks() throws IOException, InterruptedException {
    kept.desk().readMarks().turnOn("one");
    kept.desk().readMarks().mark("one", new ArticleRef("secret-reading", "00"), true);
    kept.documents().expunge();
    assertThat(onDisks("secret-reading")).isPositive();
    kept.desk().readMarks().erase("one");
    Instant end = Instant.now().plusSeconds(120);
    while (onDisks("secret-reading") > 0 && Instant.now().isBefore(end)) {
      Thread.sleep(1_000);
    }
    assertThat(onDisks("secret-reading")).isZero();
  }

  /** The number of documents on the nodes' disks that contain a word, including deleted ones. */
  private static int onDisks(String word) throws IOException {
    int found = 0;
    for (Path index : TestCluster.shared().shards()) {
      try (FSDirectory directory = FSDirectory.open(index);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
          BytesRef source = reader.storedFields().document(doc).getBinaryValue("_source");
          found += source != null && source.utf8ToString().contains(word) ? 1 : 0;
        }
      }
    }
    return found;
  }
}
