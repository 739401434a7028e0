package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the lists and read marks on every desk. A subclass provides the desk. */
public abstract class ListsContract {

  private static final String NOBODY = "";

  /**
   * A new object at each call for the desk of one archive, which is empty at first and used by this
   * test alone.
   */
  protected abstract Desk desk();

  private Lists lists() {
    return desk().lists();
  }

  private static ListEntry entry(int number) {
    return new ListEntry(
        new ArticleRef("tide-" + number, HexFormat.of().toHexDigits((short) number)),
        "Tide " + number,
        "The Evening Lantern",
        "1987-03",
        "",
        "",
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  private List<String> ids(ReadingList list) {
    return lists().entries().of(list.id()).stream().map(each -> each.article().id()).toList();
  }

  @Test
  void whereNothingIsKeptThereIsNothing() {
    assertThat(lists().all(NOBODY)).isEmpty();
    assertThat(lists().find(NOBODY, "cocoa")).isEmpty();
    assertThat(lists().entries().of("cocoa")).isEmpty();
    assertThat(lists().entries().articles("cocoa")).isEmpty();
    assertThat(lists().remove("cocoa")).isEmpty();
    assertThat(lists().entries().take("cocoa", List.of("00"))).isZero();
    assertThat(lists().listed(NOBODY)).isEmpty();
    assertThat(lists().check()).isZero();
  }

  @Test
  void whatIsPutOnAListIsReadInItsOrder() {
    ReadingList cocoa = lists().create(NOBODY, " Cocoa  story ");
    assertThat(cocoa.name()).isEqualTo("Cocoa story");
    ListEntry odd =
        new ListEntry(
            new ArticleRef("a\tb \"é\n", "ff"),
            "'; DROP TABLE entry --\u0000",
            "",
            "",
            "https://example.org/?a=1&b=2",
            "note\nof two lines \ud83d\ude00",
            Instant.parse("2026-01-12T08:30:00Z"));
    assertThat(lists().entries().put(cocoa.id(), List.of(entry(2), odd, entry(1)))).isEqualTo(3);
    assertThat(lists().entries().of(cocoa.id())).containsExactly(entry(2), odd, entry(1));
    assertThat(lists().entries().articles(cocoa.id()))
        .containsExactly(entry(2).article(), odd.article(), entry(1).article());
    assertThat(lists().all(NOBODY)).extracting(ReadingList::entries).containsExactly(3);
    assertThat(lists().check()).isEqualTo(3);
  }

  @Test
  void articleIsOnAListOnceWhateverItIsCalled() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2)));
    lists().entries().note(cocoa.id(), "0001", "mine");
    ListEntry moved = renamed(entry(1), new ArticleRef("elsewhere", "0001"));
    ListEntry corrected = renamed(entry(2), new ArticleRef("tide-2", "abcd"));
    assertThat(lists().entries().put(cocoa.id(), List.of(moved, corrected, entry(3)))).isEqualTo(1);
    assertThat(lists().entries().of(cocoa.id()))
        .containsExactly(moved.noted("mine"), corrected, entry(3));
  }

  @Test
  void articleThatIsPutTwiceAtOnceIsOnTheListOnce() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    ListEntry elsewhere = renamed(entry(1), new ArticleRef("elsewhere", "0001"));
    ListEntry corrected = renamed(entry(1), new ArticleRef("elsewhere", "ff"));
    List<ListEntry> entries = List.of(entry(1), entry(1), elsewhere, corrected);
    assertThat(lists().entries().put(cocoa.id(), entries)).isOne();
    assertThat(lists().entries().of(cocoa.id())).containsExactly(corrected);
  }

  @Test
  void anEntryKeepsItsSearchUntilThereIsAnother() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    ListEntry kept = entry(1).keptFor("cocoa \"Ivory Coast\"");
    for (ListEntry each : List.of(kept, entry(1))) {
      lists().entries().put(cocoa.id(), List.of(each));
      assertThat(lists().entries().of(cocoa.id())).containsExactly(kept);
    }
    lists().entries().put(cocoa.id(), List.of(entry(1).keptFor("harvest")));
    assertThat(lists().entries().of(cocoa.id())).containsExactly(entry(1).keptFor("harvest"));
    assertThat(entry(1).keptFor("a".repeat(1_001)).search()).isEmpty();
  }

  private static ListEntry renamed(ListEntry entry, ArticleRef article) {
    return new ListEntry(
        article,
        "Corrected",
        entry.source(),
        entry.date(),
        entry.url(),
        entry.note(),
        entry.addedAt());
  }

  @Test
  void notesArePlacedReplacedAndRemoved() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2)));
    assertThat(lists().entries().note(cocoa.id(), "0002", "why it matters")).isTrue();
    assertThat(lists().entries().of(cocoa.id()))
        .containsExactly(entry(1), entry(2).noted("why it matters"));
    assertThat(lists().entries().note(cocoa.id(), "0002", "")).isTrue();
    assertThat(lists().entries().note(cocoa.id(), "0003", "x")).isFalse();
    assertThat(lists().entries().of(cocoa.id())).containsExactly(entry(1), entry(2));
    String tooLong = "x".repeat(ListEntry.LONGEST_NOTE + 1);
    assertThatThrownBy(() -> lists().entries().note(cocoa.id(), "0002", tooLong))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("at most 10,000 characters");
    assertThat(lists().entries().of(cocoa.id())).containsExactly(entry(1), entry(2));
  }

  @Test
  void entriesMoveByHand() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2), entry(3), entry(4)));
    assertThat(lists().entries().move(cocoa.id(), "0003", 1)).isTrue();
    assertThat(ids(cocoa)).containsExactly("tide-3", "tide-1", "tide-2", "tide-4");
    assertThat(lists().entries().move(cocoa.id(), "0001", 99)).isTrue();
    assertThat(ids(cocoa)).containsExactly("tide-3", "tide-2", "tide-4", "tide-1");
    assertThat(lists().entries().move(cocoa.id(), "0004", -5)).isTrue();
    assertThat(lists().entries().move(cocoa.id(), "ffff", 1)).isFalse();
    lists().entries().put(cocoa.id(), List.of(entry(5)));
    assertThat(ids(cocoa)).containsExactly("tide-4", "tide-3", "tide-2", "tide-1", "tide-5");
    assertThat(lists().entries().take(cocoa.id(), List.of("0002", "0003", "ffff"))).isEqualTo(2);
    assertThat(ids(cocoa)).containsExactly("tide-4", "tide-1", "tide-5");
  }

  @Test
  void whatWasTakenOffIsPutBackAsItWas() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2), entry(3), entry(4)));
    lists().entries().note(cocoa.id(), "0002", "why it matters");
    lists().entries().note(cocoa.id(), "0003", "ask again");
    List<ListEntry> before = lists().entries().of(cocoa.id());
    for (List<String> order : List.of(List.of("0002", "0003"), List.of("0003", "0002"))) {
      assertThat(lists().entries().take(cocoa.id(), List.of("0002"))).isOne();
      assertThat(lists().entries().take(cocoa.id(), List.of("0003"))).isOne();
      assertThat(ids(cocoa)).containsExactly("tide-1", "tide-4");
      assertThat(lists().entries().taken(cocoa.id())).containsExactly(before.get(2), before.get(1));
      assertThat(lists().find(NOBODY, cocoa.id()).orElseThrow().entries()).isEqualTo(2);
      assertThat(lists().having(NOBODY, List.of(entry(2).article()))).isEmpty();
      assertThat(lists().listed(NOBODY)).hasSize(2);
      for (String fingerprint : order) {
        assertThat(lists().entries().restore(cocoa.id(), fingerprint)).isTrue();
      }
      assertThat(lists().entries().of(cocoa.id())).isEqualTo(before);
      assertThat(lists().entries().taken(cocoa.id())).isEmpty();
    }
    assertThat(lists().entries().restore(cocoa.id(), "0002")).as("it is on the list").isFalse();
    assertThat(lists().entries().restore(cocoa.id(), "ffff")).isFalse();
    assertThat(lists().entries().restore("nothing", "0002")).isFalse();
    assertThat(lists().entries().taken("nothing")).isEmpty();
    assertThat(lists().check()).isEqualTo(4);
  }

  @Test
  void placeOfWhatWasTakenOffIsAmongTheOthers() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2), entry(3)));
    lists().entries().take(cocoa.id(), List.of("0003", "0002"));
    lists().entries().put(cocoa.id(), List.of(entry(4), entry(5)));
    lists().entries().move(cocoa.id(), "0005", 1);
    lists().entries().restore(cocoa.id(), "0002");
    lists().entries().restore(cocoa.id(), "0003");
    assertThat(ids(cocoa)).containsExactly("tide-5", "tide-1", "tide-2", "tide-3", "tide-4");
    lists().entries().take(cocoa.id(), List.of("0005", "0001"));
    lists().entries().move(cocoa.id(), "0004", 2);
    assertThat(ids(cocoa)).containsExactly("tide-2", "tide-4", "tide-3");
    lists().entries().restore(cocoa.id(), "0005");
    assertThat(ids(cocoa)).containsExactly("tide-5", "tide-2", "tide-4", "tide-3");
  }

  @Test
  void articleThatIsPutOnAgainComesBackWithItsNote() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2), entry(3)));
    lists().entries().note(cocoa.id(), "0001", "mine");
    lists().entries().note(cocoa.id(), "0002", "mine too");
    lists().entries().take(cocoa.id(), List.of("0001", "0002"));
    ListEntry corrected = renamed(entry(2), new ArticleRef("tide-2", "abcd"));
    assertThat(lists().entries().put(cocoa.id(), List.of(corrected, entry(1).noted("another"))))
        .isEqualTo(2);
    assertThat(lists().entries().of(cocoa.id()))
        .containsExactly(entry(1).noted("mine"), corrected.noted("mine too"), entry(3));
    assertThat(lists().entries().taken(cocoa.id())).isEmpty();
  }

  @Test
  void headlineOfAWithdrawnArticleIsNotKeptButItsNoteIs() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2), entry(3)));
    lists().entries().note(cocoa.id(), "0001", "one");
    lists().entries().note(cocoa.id(), "0002", "two");
    lists().entries().take(cocoa.id(), List.of("0002"));
    Set<ArticleRef> withdrawn = Set.of(entry(1).article(), entry(2).article());
    lists().entries().withhold(_ -> withdrawn);
    lists()
        .entries()
        .withhold(
            headed -> {
              assertThat(headed).containsExactly(entry(3).article());
              return Set.of();
            });
    assertThat(lists().entries().of(cocoa.id()))
        .containsExactly(entry(1).withheld().noted("one"), entry(3));
    assertThat(lists().entries().taken(cocoa.id()))
        .containsExactly(entry(2).withheld().noted("two"));
    assertThat(entry(1).withheld().title()).isEqualTo("Withdrawn article");
  }

  @Test
  void noteOnWhatWasTakenOffIsKept() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1), entry(2)));
    lists().entries().note(cocoa.id(), "0001", "one");
    lists().entries().take(cocoa.id(), List.of("0001"));
    assertThat(lists().entries().note(cocoa.id(), "0001", note -> note + " and two")).isTrue();
    assertThat(lists().entries().taken(cocoa.id())).containsExactly(entry(1).noted("one and two"));
    lists().entries().restore(cocoa.id(), "0001");
    assertThat(lists().entries().of(cocoa.id()))
        .containsExactly(entry(1).noted("one and two"), entry(2));
  }

  @Test
  void onlyTheLastThatWereTakenOffCanBePutBack() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    List<ListEntry> many =
        IntStream.rangeClosed(0, Lists.MOST_TAKEN).mapToObj(ListsContract::entry).toList();
    lists().entries().put(cocoa.id(), many);
    lists().entries().note(cocoa.id(), "0000", "the first to go");
    for (ListEntry each : many) {
      lists().entries().take(cocoa.id(), List.of(each.article().fingerprint()));
    }
    assertThat(lists().entries().taken(cocoa.id()))
        .hasSize(Lists.MOST_TAKEN)
        .startsWith(many.getLast())
        .endsWith(many.get(1));
    assertThat(lists().entries().restore(cocoa.id(), "0000")).isFalse();
    assertThat(lists().remove(cocoa.id())).isPresent();
    assertThat(lists().entries().taken(cocoa.id())).isEmpty();
  }

  @Test
  void nothingIsPutBackOnAFullList() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(20_000)));
    lists().entries().take(cocoa.id(), List.of(entry(20_000).article().fingerprint()));
    lists()
        .entries()
        .put(
            cocoa.id(),
            IntStream.range(0, Lists.MOST_ENTRIES).mapToObj(ListsContract::entry).toList());
    assertThatThrownBy(
            () -> lists().entries().restore(cocoa.id(), entry(20_000).article().fingerprint()))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("at most 10,000 articles");
    assertThat(lists().entries().taken(cocoa.id())).containsExactly(entry(20_000));
    assertThat(lists().check()).isEqualTo(Lists.MOST_ENTRIES);
  }

  @Test
  void noteIsChangedByWhatItIs() throws Exception {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    lists().entries().put(cocoa.id(), List.of(entry(1)));
    assertThat(lists().entries().note(cocoa.id(), "ffff", _ -> "x")).isFalse();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<CompletableFuture<Boolean>> adding =
          IntStream.range(0, 20)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> lists().entries().note(cocoa.id(), "0001", note -> note + "x"),
                          threads))
              .toList();
      for (CompletableFuture<Boolean> each : adding) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(lists().entries().of(cocoa.id()).getFirst().note()).isEqualTo("x".repeat(20));
  }

  @Test
  void lastUsedListComesFirst() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    ReadingList grain = lists().create(NOBODY, "Grain");
    assertThat(lists().all(NOBODY))
        .extracting(ReadingList::id)
        .containsExactly(grain.id(), cocoa.id());
    lists().entries().put(cocoa.id(), List.of(entry(1)));
    assertThat(lists().all(NOBODY))
        .extracting(ReadingList::id)
        .containsExactly(cocoa.id(), grain.id());
  }

  @Test
  void listIsFoundByIdAndByNameInAnyCase() {
    ReadingList cocoa = lists().create(NOBODY, "Übersee");
    assertThat(lists().find(NOBODY, cocoa.id())).contains(cocoa);
    assertThat(lists().find(NOBODY, "ÜBERSEE")).contains(cocoa);
    assertThat(lists().find(NOBODY, "U\u0308bersee")).contains(cocoa);
    assertThat(lists().create(NOBODY, "übersee")).isEqualTo(cocoa);
    assertThat(lists().all(NOBODY)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "\"”", "any", "READ", "*"})
  void nameThatCannotBeAskedForIsRefused(String name) {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    assertThatThrownBy(() -> lists().create(NOBODY, name)).isInstanceOf(DeskException.class);
    assertThatThrownBy(() -> lists().change(cocoa.id(), name, Sharing.PRIVATE))
        .isInstanceOf(DeskException.class);
    assertThat(lists().all(NOBODY)).containsExactly(cocoa);
  }

  @Test
  void renamedListKeepsItsArticles() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    ReadingList grain = lists().create(NOBODY, "Grain");
    lists().entries().put(cocoa.id(), List.of(entry(1)));
    assertThat(lists().change(cocoa.id(), "Chocolate", Sharing.PRIVATE).orElseThrow().name())
        .isEqualTo("Chocolate");
    assertThat(ids(cocoa)).containsExactly("tide-1");
    assertThatThrownBy(() -> lists().change(grain.id(), "CHOCOLATE", Sharing.PRIVATE))
        .isInstanceOf(DeskException.class)
        .hasMessage("There is another list named “Chocolate”.");
    assertThat(lists().change("nothing", "Name", Sharing.PRIVATE)).isEmpty();
  }

  @Test
  void removedListIsGoneWithItsEntries() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    ReadingList grain = lists().create(NOBODY, "Grain");
    lists().entries().put(cocoa.id(), List.of(entry(1)));
    lists().entries().put(grain.id(), List.of(entry(1), entry(2)));
    assertThat(lists().remove(cocoa.id())).map(ReadingList::name).contains("Cocoa");
    assertThat(lists().entries().of(cocoa.id())).isEmpty();
    assertThat(lists().entries().put(cocoa.id(), List.of(entry(1)))).isZero();
    assertThat(lists().check()).isEqualTo(2);
  }

  @Test
  void usersSeeTheirOwnListsAndSharedOnes() {
    ReadingList ofOne = lists().create("one", "Cocoa");
    ReadingList ofOther = lists().create("other", "Cocoa");
    lists().entries().put(ofOne.id(), List.of(entry(1)));
    lists().entries().put(ofOther.id(), List.of(entry(2)));
    assertThat(lists().all("one")).extracting(ReadingList::id).containsExactly(ofOne.id());
    assertThat(lists().find("one", ofOther.id())).isEmpty();
    assertThat(lists().listed("one")).containsExactly(entry(1).article());
    List<ArticleRef> both = List.of(entry(1).article(), new ArticleRef("tide-2", "eeee"));
    assertThat(lists().having("one", both)).containsOnlyKeys(both.getFirst());
    assertThat(lists().having("other", both)).containsOnlyKeys(both.getLast());
    lists().change(ofOther.id(), "Cocoa", Sharing.READ);
    assertThat(lists().all("one")).hasSize(2).allMatch(Actor.user("one")::sees);
    assertThat(lists().find("one", "cocoa")).map(ReadingList::id).contains(ofOne.id());
    assertThat(lists().find("third", "cocoa")).map(ReadingList::id).contains(ofOther.id());
    assertThat(lists().listed("one"))
        .containsExactlyInAnyOrder(entry(1).article(), entry(2).article());
  }

  @Test
  void tooManyEntriesAreRefusedAsAWhole() {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    List<ListEntry> full =
        IntStream.range(0, Lists.MOST_ENTRIES).mapToObj(ListsContract::entry).toList();
    assertThat(lists().entries().put(cocoa.id(), full)).isEqualTo(Lists.MOST_ENTRIES);
    assertThat(lists().entries().put(cocoa.id(), full)).isZero();
    assertThatThrownBy(() -> lists().entries().put(cocoa.id(), List.of(entry(1), entry(20_000))))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("at most 10,000 articles");
    assertThat(lists().check()).isEqualTo(Lists.MOST_ENTRIES);
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    ReadingList cocoa = lists().create(NOBODY, "Cocoa");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<Integer>> putting =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> lists().entries().put(cocoa.id(), List.of(entry(i))), threads))
              .toList();
      for (CompletableFuture<Integer> each : putting) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(1);
      }
    }
    assertThat(ids(cocoa)).hasSize(60).doesNotHaveDuplicates();
  }

  private ReadMarks marks() {
    return desk().readMarks();
  }

  @Test
  void nothingIsMarkedUntilAUserWantsIt() {
    marks().mark("one", entry(1).article(), true);
    assertThat(marks().isOn("one")).isFalse();
    assertThat(marks().all("one")).isEmpty();
    marks().turnOn("one");
    assertThat(marks().isOn("one")).isTrue();
    assertThat(marks().isOn("other")).isFalse();
    assertThat(marks().all("one")).isEmpty();
  }

  @Test
  void marksAreTheUsersOwn() {
    marks().turnOn("one");
    marks().turnOn("other");
    marks().mark("one", entry(1).article(), true);
    marks().mark("one", entry(2).article(), true);
    marks().mark("one", entry(2).article(), true);
    marks().mark("other", entry(3).article(), true);
    assertThat(marks().all("one")).containsExactly(entry(2).article(), entry(1).article());
    ArticleRef corrected = new ArticleRef("tide-1", "eeee");
    assertThat(marks().among("one", List.of(corrected, entry(2).article(), entry(3).article())))
        .containsExactlyInAnyOrder(corrected, entry(2).article());
    marks().mark("one", new ArticleRef("tide-1", "abcd"), false);
    assertThat(marks().all("one")).containsExactly(entry(2).article());
    assertThat(marks().all("other")).containsExactly(entry(3).article());
  }

  @Test
  void erasedMarksAreGone() {
    marks().erase("one");
    marks().turnOn("one");
    marks().mark("one", entry(1).article(), true);
    marks().erase("one");
    assertThat(marks().isOn("one")).isFalse();
    marks().turnOn("one");
    assertThat(marks().all("one")).isEmpty();
  }
}
