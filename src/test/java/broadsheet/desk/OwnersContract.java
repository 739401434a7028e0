package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of ownership, sharing and the audit log on every desk. A subclass provides the desk.
 */
public abstract class OwnersContract {

  private static final String ADA = "ada";
  private static final String BERT = "bert";
  private static final String NOBODY = "";

  /**
   * A new object at each call for the desk of one archive, which is empty at first and used by this
   * test alone.
   */
  protected abstract Desk desk();

  /** The folder of its audit log. */
  protected abstract Path folder();

  private Desk by(String user) {
    return desk().by(Actor.user(user));
  }

  private static ListEntry entry(int number) {
    return new ListEntry(
        new ArticleRef("tide-" + number, "000" + number),
        "Tide " + number,
        "",
        "",
        "",
        "secret " + number,
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  private ReadingList listOfAda(Sharing sharing) {
    ReadingList list = by(ADA).lists().create(ADA, "Cocoa");
    by(ADA).lists().entries().put(list.id(), List.of(entry(1), entry(2)));
    return by(ADA).lists().change(list.id(), "Cocoa", sharing).orElseThrow();
  }

  private List<JsonNode> log() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("audit.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private List<String> said() throws IOException {
    return log().stream().map(line -> line.path("what").asText()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void articlesAndNotesAreChangedByThoseWhomTheOwnerLets(Sharing sharing) {
    ReadingList list = listOfAda(sharing);
    by(ADA).lists().entries().put(list.id(), List.of(entry(4)));
    by(ADA).lists().entries().take(list.id(), List.of("0004"));
    for (String user : List.of(BERT, NOBODY)) {
      Lists lists = by(user).lists();
      List<ListEntry> before = lists.entries().of(list.id());
      switch (sharing) {
        case PRIVATE -> {
          assertThat(lists.all(user)).isEmpty();
          assertThat(lists.entries().put(list.id(), List.of(entry(3)))).isZero();
          assertThat(lists.entries().take(list.id(), List.of("0001"))).isZero();
          assertThat(lists.entries().note(list.id(), "0001", "mine")).isFalse();
          assertThat(lists.entries().move(list.id(), "0001", 2)).isFalse();
          assertThat(lists.entries().note(list.id(), "0004", "mine")).isFalse();
          assertThat(lists.entries().restore(list.id(), "0004")).isFalse();
          assertThat(lists.entries().taken(list.id())).isEmpty();
        }
        case READ -> {
          for (Runnable change :
              List.<Runnable>of(
                  () -> lists.entries().put(list.id(), List.of(entry(3))),
                  () -> lists.entries().take(list.id(), List.of("0001")),
                  () -> lists.entries().note(list.id(), "0001", "mine"),
                  () -> lists.entries().note(list.id(), "0004", "mine"),
                  () -> lists.entries().restore(list.id(), "0004"),
                  () -> lists.entries().move(list.id(), "0001", 2))) {
            assertThatThrownBy(change::run)
                .isInstanceOf(NotOwnerException.class)
                .hasMessage("“Cocoa” belongs to ada, who lets others read it but not change it.");
          }
          assertThat(lists.entries().taken(list.id())).isEmpty();
        }
        case EDIT -> {
          assertThat(lists.entries().taken(list.id())).contains(entry(4));
          assertThat(lists.entries().restore(list.id(), "0004")).isTrue();
          assertThat(lists.entries().take(list.id(), List.of("0004"))).isOne();
          assertThat(lists.entries().put(list.id(), List.of(entry(3)))).isOne();
          assertThat(lists.entries().note(list.id(), "0003", "mine")).isTrue();
          assertThat(lists.entries().move(list.id(), "0003", 1)).isTrue();
          assertThat(lists.entries().take(list.id(), List.of("0003"))).isOne();
        }
      }
      assertThat(lists.entries().of(list.id())).isEqualTo(before);
      assertThat(by(ADA).lists().entries().taken(list.id())).contains(entry(4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheOwnerRenamesSharesAndRemoves(Sharing sharing) {
    ReadingList list = listOfAda(sharing);
    for (String user : List.of(BERT, NOBODY)) {
      Lists lists = by(user).lists();
      if (sharing == Sharing.PRIVATE) {
        assertThat(lists.change(list.id(), "Mine", Sharing.EDIT)).isEmpty();
        assertThat(lists.remove(list.id())).isEmpty();
      } else {
        assertThatThrownBy(() -> lists.change(list.id(), "Cocoa", Sharing.PRIVATE))
            .isInstanceOf(NotOwnerException.class)
            .hasMessage("“Cocoa” belongs to ada, who alone may rename, share or delete it.");
        assertThatThrownBy(() -> lists.remove(list.id())).isInstanceOf(NotOwnerException.class);
      }
    }
    assertThat(desk().lists().ofAllUsers()).containsExactly(list);
    assertThat(by(ADA).lists().change(list.id(), "Grain", Sharing.READ))
        .contains(list.changed("Grain", Sharing.READ));
    assertThat(by(ADA).lists().remove(list.id())).isPresent();
    assertThat(desk().lists().ofAllUsers()).isEmpty();
  }

  /** Such lists were made before the archive had users. */
  @Test
  void privateListWithoutAnOwnerIsSeenByNoUser() {
    ReadingList list = desk().lists().create(NOBODY, "Cocoa");
    assertThat(by(BERT).lists().all(BERT)).isEmpty();
    assertThat(by(BERT).lists().entries().put(list.id(), List.of(entry(1)))).isZero();
    assertThat(by(NOBODY).lists().entries().put(list.id(), List.of(entry(1)))).isOne();
    assertThat(by(NOBODY).lists().change(list.id(), "Cocoa", Sharing.READ)).isPresent();
    assertThat(by(NOBODY).lists().change(list.id(), "Cocoa", Sharing.PRIVATE))
        .map(ReadingList::isShared)
        .contains(false);
  }

  @Test
  void whatHasNoOwnerIsEveryones() {
    ReadingList list = desk().lists().create(NOBODY, "Cocoa");
    list = desk().lists().change(list.id(), "Cocoa", Sharing.READ).orElseThrow();
    SavedSearch search = desk().searches().add("q=tide", "tide", 0);
    assertThat(by(BERT).lists().find(BERT, "cocoa")).contains(list);
    assertThat(by(BERT).lists().entries().put(list.id(), List.of(entry(1)))).isOne();
    assertThat(by(BERT).lists().listed(BERT)).containsExactly(entry(1).article());
    assertThat(by(BERT).lists().having(BERT, List.of(entry(1).article()))).hasSize(1);
    assertThat(by(ADA).lists().change(list.id(), "Grain", Sharing.PRIVATE))
        .as("nobody would see it")
        .map(ReadingList::sharing)
        .contains(Sharing.READ);
    assertThat(by(BERT).lists().find(BERT, "Grain")).isPresent();
    assertThat(by(BERT).searches().all(BERT)).containsExactly(search);
    assertThat(by(BERT).searches().remove(search.id())).contains(search);
    assertThat(by(BERT).lists().remove(list.id())).isPresent();
  }

  @Test
  void operatorMayDoEverything() {
    ReadingList list = listOfAda(Sharing.PRIVATE);
    SavedSearch search = by(ADA).searches().add("q=tide", "tide", 0);
    assertThat(desk().lists().entries().put(list.id(), List.of(entry(3)))).isOne();
    assertThat(desk().lists().change(list.id(), "Grain", Sharing.READ)).isPresent();
    assertThat(desk().lists().ofAllUsers()).extracting(ReadingList::owner).containsExactly(ADA);
    assertThat(desk().searches().remove(search.id())).contains(search);
    assertThat(desk().lists().remove(list.id())).isPresent();
  }

  @Test
  void searchesAreTheirOwnersAlone() {
    SavedSearch ofAda = by(ADA).searches().add("q=tide", "tide", 0);
    SavedSearch ofBert = by(BERT).searches().add("q=tide", "tide", 0);
    SavedSearch ofNobody = by(NOBODY).searches().add("q=tide", "tide", 0);
    assertThat(by(ADA).searches().add("q=tide", "tide", 0)).isEqualTo(ofAda);
    assertThat(by(ADA).searches().all(ADA)).containsExactly(ofAda, ofNobody);
    assertThat(by(NOBODY).searches().all(NOBODY)).containsExactly(ofNobody);
    for (String user : List.of(BERT, NOBODY)) {
      assertThatThrownBy(() -> by(user).searches().remove(ofAda.id()))
          .isInstanceOf(NotOwnerException.class);
    }
    assertThat(desk().searches().all()).containsExactly(ofAda, ofBert, ofNobody);
    assertThat(by(ADA).searches().remove(ofAda.id())).contains(ofAda);
    assertThat(desk().searches().all()).containsExactly(ofBert, ofNobody);
    assertThat(desk().searches().check()).isEqualTo(2);
  }

  /** Anyone who knows the id of a search may read its feed. */
  @Test
  void idOfAnOwnedSearchCannotBeGuessed() {
    assertThat(by(ADA).searches().add("q=tide", "tide", 0).id()).hasSize(20);
    assertThat(by(NOBODY).searches().add("q=tide", "tide", 0).id()).hasSize(8);
  }

  @Test
  void removedUserLeavesWhatWasShared() {
    ReadingList privately = listOfAda(Sharing.PRIVATE);
    ReadingList shared = by(ADA).lists().create(ADA, "Grain");
    by(ADA).lists().change(shared.id(), "Grain", Sharing.READ);
    by(ADA).lists().entries().put(shared.id(), List.of(entry(3)));
    ReadingList ofBert = by(BERT).lists().create(BERT, "Grain");
    by(ADA).searches().add("q=tide", "tide", 0);
    SavedSearch searchOfBert = by(BERT).searches().add("q=tide", "tide", 0);
    desk().readMarks().turnOn(ADA);
    desk().readMarks().mark(ADA, entry(1).article(), true);
    desk().readMarks().turnOn(BERT);
    assertThat(desk().users().remove(ADA, NOBODY)).isEqualTo(new Users.Kept(1, 1, 1, 1, true));
    assertThat(desk().lists().entries().of(privately.id())).isEmpty();
    assertThat(desk().lists().find(BERT, shared.id()).map(ReadingList::owner)).contains(NOBODY);
    assertThat(desk().lists().entries().of(shared.id())).containsExactly(entry(3));
    assertThat(desk().lists().ofAllUsers())
        .extracting(ReadingList::id)
        .containsExactlyInAnyOrder(shared.id(), ofBert.id());
    assertThat(desk().searches().all()).containsExactly(searchOfBert);
    assertThat(desk().readMarks().isOn(ADA)).isFalse();
    assertThat(desk().readMarks().isOn(BERT)).isTrue();
    assertThat(desk().users().remove(ADA, NOBODY).isNothing()).isTrue();
    assertThat(desk().lists().check()).isOne();
  }

  @Test
  void heirGetsSharedListsUnderFreeNames() {
    ReadingList list = listOfAda(Sharing.EDIT);
    by(BERT).lists().create(BERT, "COCOA");
    by(BERT).lists().create(BERT, "Cocoa (2)");
    desk().users().remove(ADA, BERT);
    assertThat(by(BERT).lists().find(BERT, list.id()).orElseThrow())
        .isEqualTo(
            new ReadingList(list.id(), "Cocoa (3)", BERT, Sharing.EDIT, list.createdAt(), 2));
    assertThat(desk().lists().check()).isEqualTo(2);
  }

  @Test
  void renamedUserKeepsEverything() {
    ReadingList list = listOfAda(Sharing.PRIVATE);
    SavedSearch search = by(ADA).searches().add("q=tide", "tide", 0);
    desk().readMarks().turnOn(ADA);
    desk().readMarks().mark(ADA, entry(1).article(), true);
    desk().users().rename(ADA, "countess", false);
    assertThat(desk().users().kept(ADA).isNothing()).isTrue();
    assertThat(desk().users().kept("countess")).isEqualTo(new Users.Kept(1, 0, 1, 1, true));
    assertThat(desk().lists().all("countess")).extracting(ReadingList::id).contains(list.id());
    assertThat(desk().searches().all()).containsExactly(search.givenTo("countess"));
    assertThat(desk().readMarks().all("countess")).containsExactly(entry(1).article());
    assertThat(desk().lists().check()).isEqualTo(2);
    assertThat(desk().searches().check()).isOne();
  }

  @Test
  void whatWasTakenOffGoesWithItsList() {
    ReadingList list = listOfAda(Sharing.EDIT);
    by(ADA).lists().entries().take(list.id(), List.of("0001"));
    desk().users().rename(ADA, "countess", false);
    assertThat(by("countess").lists().entries().taken(list.id())).containsExactly(entry(1));
    desk().users().remove("countess", BERT);
    assertThat(by(BERT).lists().entries().restore(list.id(), "0001")).isTrue();
    by(BERT).lists().entries().take(list.id(), List.of("0001"));
    by(BERT).lists().change(list.id(), "Cocoa", Sharing.PRIVATE);
    desk().users().remove(BERT, ADA);
    assertThat(desk().lists().entries().taken(list.id())).isEmpty();
    assertThat(desk().lists().check()).isZero();
  }

  @Test
  void twoUsersBecomeOneByAMergeOnly() {
    listOfAda(Sharing.PRIVATE);
    by(BERT).lists().create(BERT, "Cocoa");
    by(ADA).searches().add("q=tide", "tide", 0);
    by(BERT).searches().add("q=tide", "tide", 0);
    desk().readMarks().turnOn(ADA);
    desk().readMarks().mark(ADA, entry(1).article(), true);
    desk().readMarks().mark(ADA, entry(2).article(), true);
    desk().readMarks().turnOn(BERT);
    desk().readMarks().mark(BERT, entry(2).article(), true);
    Users.Kept before = desk().users().kept(ADA);
    assertThatThrownBy(() -> desk().users().rename(ADA, BERT, false))
        .isInstanceOf(DeskException.class)
        .hasMessage("A user named “bert” keeps something already. To make the two one: --merge");
    assertThat(desk().users().kept(ADA)).isEqualTo(before);
    desk().users().rename(ADA, BERT, true);
    assertThat(desk().users().kept(ADA).isNothing()).isTrue();
    assertThat(desk().lists().all(BERT))
        .extracting(ReadingList::name)
        .containsExactlyInAnyOrder("Cocoa", "Cocoa (2)");
    assertThat(desk().searches().all(BERT)).hasSize(2);
    assertThat(desk().readMarks().all(BERT))
        .containsExactlyInAnyOrder(entry(1).article(), entry(2).article());
  }

  @Test
  void usersWithoutAnythingAreUnknown() {
    assertThat(desk().users().kept(ADA).isNothing()).isTrue();
    assertThat(desk().users().remove(ADA, NOBODY).isNothing()).isTrue();
    assertThat(desk().users().rename(ADA, BERT, false).isNothing()).isTrue();
    desk().readMarks().turnOn(ADA);
    assertThat(desk().users().kept(ADA).isNothing()).isFalse();
  }

  @Test
  void eachChangeIsALineWithoutNotesAndQueries() throws IOException {
    ReadingList list = listOfAda(Sharing.PRIVATE);
    Lists lists = by(ADA).lists();
    lists.entries().note(list.id(), "0001", "secret again");
    lists.entries().note(list.id(), "0001", "secret again");
    lists.entries().move(list.id(), "0001", 2);
    lists.entries().take(list.id(), List.of("0002", "ffff"));
    lists.entries().note(list.id(), "0002", note -> note + " and again");
    lists.entries().restore(list.id(), "0002");
    lists.entries().restore(list.id(), "0002");
    lists.change(list.id(), "Grain", Sharing.EDIT);
    lists.change(list.id(), "Grain", Sharing.EDIT);
    lists.change(list.id(), "Grain", Sharing.PRIVATE);
    lists.remove(list.id());
    SavedSearch search = by(ADA).searches().add("q=secret", "secret", 0);
    by(ADA).searches().add("q=secret", "secret", 0);
    by(ADA).searches().remove(search.id());
    desk().log("judged", Map.of("article", "tide-1"));
    assertThat(said())
        .containsExactly(
            "list made",
            "articles added",
            "note changed",
            "article moved",
            "articles removed",
            "note changed",
            "article put back",
            "list renamed",
            "list shared",
            "list unshared",
            "list deleted",
            "search saved",
            "search deleted",
            "judged");
    JsonNode added = log().get(1);
    assertThat(added.path("user").asText()).isEqualTo(ADA);
    assertThat(added.path("by").asText()).isEqualTo("server");
    assertThat(added.path("list").asText()).isEqualTo(list.id());
    assertThat(added.path("articles")).hasSize(2);
    assertThat(Instant.parse(added.path("at").asText())).isBefore(Instant.now().plusSeconds(1));
    assertThat(log().getLast().path("by").asText()).isEqualTo("command line");
    assertThat(log().toString()).doesNotContain("secret");
  }

  @Test
  void changesOfUsersAreWrittenDown() throws IOException {
    listOfAda(Sharing.EDIT);
    desk().users().rename(ADA, BERT, false);
    desk().users().remove(BERT, ADA);
    assertThat(said()).contains("user renamed", "user removed");
    assertThat(log().getLast().at("/kept/sharedLists").asInt()).isOne();
    assertThat(log().getLast().path("heir").asText()).isEqualTo(ADA);
  }

  @Test
  void whatIsRefusedIsNotWrittenDown() throws IOException {
    ReadingList list = listOfAda(Sharing.READ);
    int before = said().size();
    assertThatThrownBy(() -> by(BERT).lists().remove(list.id()));
    assertThatThrownBy(() -> by(BERT).lists().entries().take(list.id(), List.of("0001")));
    assertThat(by(ADA).lists().entries().take(list.id(), List.of("ffff"))).isZero();
    assertThat(by(ADA).lists().entries().note(list.id(), "ffff", "x")).isFalse();
    assertThat(by(ADA).lists().entries().restore(list.id(), "ffff")).isFalse();
    assertThat(said()).hasSize(before);
  }

  @Test
  void withoutALogNothingChanges() throws IOException {
    ReadingList list = listOfAda(Sharing.EDIT);
    List<ListEntry> before = desk().lists().entries().of(list.id());
    Path log = folder().resolve("audit.jsonl");
    Files.delete(log);
    Files.createDirectory(log);
    Files.createFile(log.resolve("in-the-way"));
    try {
      for (Runnable change :
          List.<Runnable>of(
              () -> by(ADA).lists().entries().put(list.id(), List.of(entry(3))),
              () -> by(ADA).lists().remove(list.id()),
              () -> by(ADA).searches().add("q=tide", "tide", 0),
              () -> desk().users().remove(ADA, NOBODY))) {
        assertThatThrownBy(change::run)
            .isInstanceOf(DeskException.class)
            .hasMessageStartingWith("Nothing was changed, because " + log)
            .message()
            .doesNotContain("\n");
      }
    } finally {
      Files.delete(log.resolve("in-the-way"));
      Files.delete(log);
    }
    assertThat(desk().lists().entries().of(list.id())).isEqualTo(before);
    assertThat(desk().searches().all()).isEmpty();
    assertThat(desk().users().kept(ADA).sharedLists()).isOne();
  }
}
