package broadsheet.desk.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.NotOwnerException;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.Sharing;
import broadsheet.engine.ArrivalRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desks of earlier releases are read unchanged, and converted by the first change. */
class FormerDeskTest {

  /** The README beside each archive describes its making. */
  private static final String FORMER = "/former-desk/desk.zip";

  private static final String OF_RELEASE_1_0_0 = "/format-12/archive.zip";

  @TempDir private Path folder;

  private Desk desk() {
    return Desks.open(folder.resolve("index"));
  }

  private void unpack(String archive) throws IOException {
    try (InputStream packed = requireNonNull(getClass().getResourceAsStream(archive), archive);
        ZipInputStream zip = new ZipInputStream(packed)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(requireNonNull(file.getParent()));
        if (!entry.isDirectory()) {
          Files.copy(zip, file);
        }
      }
    }
  }

  private Map<String, Integer> databases() throws IOException {
    Map<String, Integer> databases = new TreeMap<>();
    for (String name : List.of("arrivals.db", "lists.db", "searches.db")) {
      Path file = folder.resolve("index.desk").resolve(name);
      databases.put(name, Arrays.hashCode(Files.readAllBytes(file)));
    }
    return databases;
  }

  /** The whole content of a desk, as text in the format of the program that made the archive. */
  private static String text(Desk desk) {
    StringBuilder all = new StringBuilder();
    for (ReadingList list : desk.lists().ofAllUsers()) {
      all.append(list).append('\n');
      for (ListEntry entry : desk.lists().entries(list.id())) {
        all.append("  ").append(entry).append('\n');
      }
      for (ListEntry entry : desk.lists().taken(list.id())) {
        all.append("  taken ").append(entry).append('\n');
      }
    }
    for (String user : List.of("ada", "bert", "countess", "")) {
      all.append(
          "%s %s %s\n".formatted(user, desk.readMarks().isOn(user), desk.readMarks().all(user)));
    }
    for (SavedSearch search : desk.searches().all()) {
      all.append(search).append('\n');
    }
    List<ArrivalRecord> arrivals = desk.arrivals().read().orElseThrow();
    all.append("%s %s ".formatted(arrivals.size(), desk.arrivals().isAt("two")))
        .append(arrivals.getFirst())
        .append(arrivals.get(1_000))
        .append(arrivals.getLast())
        .append('\n');
    return all.toString().replace("\u0000", "\\0").replace("\t", "\\t");
  }

  private String expected() throws IOException {
    return Files.readString(folder.resolve("desk.txt"));
  }

  @Test
  void isReadAsItIs() throws IOException {
    unpack(FORMER);
    Map<String, Integer> before = databases();
    assertThat(text(desk())).isEqualTo(expected());
    assertThat(desk().lists().check()).isEqualTo(6);
    assertThat(desk().searches().check()).isEqualTo(3);
    assertThat(desk().arrivals().check()).isEqualTo(1_051);
    ArticleRef third = new ArticleRef("moved", "0003");
    assertThat(desk().lists().having("ada", List.of(third)).get(third))
        .extracting(ReadingList::name)
        .containsExactly("Cocoa");
    assertThat(desk().readMarks().among("ada", List.of(third, new ArticleRef("new", "0004"))))
        .containsExactly(third);
    assertThat(databases()).isEqualTo(before);
  }

  @Test
  void isTheSameOnceItIsTakenOver() throws IOException {
    unpack(FORMER);
    desk().lists().remove(desk().lists().create("ada", "Coffee").id());
    desk().searches().remove(desk().searches().add("q=pier", "pier").id());
    desk().arrivals().append("two", List.of());
    assertThat(text(desk())).isEqualTo(expected());
    assertThat(desk().lists().check()).isEqualTo(6);
    assertThat(desk().searches().check()).isEqualTo(3);
    assertThat(desk().arrivals().check()).isEqualTo(1_051);
  }

  @Test
  void copyOfItIsTakenOverAsWell() throws IOException {
    unpack(FORMER);
    try (var held = desk().hold()) {
      assertThat(held.copyTo(folder.resolve("copy/index")).get("lists.db"))
          .containsEntry("entry", 6L)
          .containsEntry("taken", 3L);
    }
    assertThat(text(Desks.open(folder.resolve("copy/index")))).isEqualTo(expected());
  }

  @Test
  void whatWasTakenOffComesBackToItsPlace() throws IOException {
    unpack(FORMER);
    Lists lists = desk().lists();
    String cocoa = lists.find("ada", "Cocoa").orElseThrow().id();
    for (String fingerprint : List.of("0005", "0001", "0006")) {
      assertThat(lists.restore(cocoa, fingerprint)).isTrue();
    }
    assertThat(lists.articles(cocoa))
        .extracting(ArticleRef::fingerprint)
        .containsExactly("0001", "0004", "0002", "0003", "0005", "0006", "0008");
    assertThat(lists.entries(cocoa).getFirst().note()).isEqualTo("kept aside");
    assertThat(lists.take(cocoa, List.of("0002"))).isOne();
    assertThat(lists.taken(cocoa)).hasSize(1);
  }

  /** Its owner had ticked “All users see and change it”. */
  @Test
  void sharedListBelongsToWhoMadeItAndIsStillChangedByAll() throws IOException {
    unpack(FORMER);
    Lists ofBert = desk().by(Actor.user("bert")).lists();
    ReadingList cocoa = ofBert.find("bert", "Cocoa").orElseThrow();
    assertThat(cocoa.sharing()).isEqualTo(Sharing.EDIT);
    assertThat(ofBert.put(cocoa.id(), ofBert.entries(cocoa.id()).subList(0, 1))).isZero();
    assertThat(ofBert.note(cocoa.id(), "0002", "new")).isTrue();
    assertThatThrownBy(() -> ofBert.remove(cocoa.id())).isInstanceOf(NotOwnerException.class);
    assertThat(desk().by(Actor.user("ada")).lists().remove(cocoa.id())).isPresent();
    assertThat(desk().lists().check()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {FORMER, OF_RELEASE_1_0_0})
  void everythingCanBeChanged(String archive) throws IOException {
    unpack(archive);
    ReadingList list = desk().lists().ofAllUsers().getFirst();
    List<ListEntry> entries = desk().lists().entries(list.id());
    String fingerprint = entries.getFirst().article().fingerprint();
    assertThat(desk().lists().note(list.id(), fingerprint, "changed")).isTrue();
    desk().readMarks().turnOn("countess");
    desk().readMarks().mark("countess", entries.getFirst().article(), true);
    SavedSearch pier = desk().by(Actor.user("ada")).searches().add("q=pier", "pier");
    assertThat(desk().lists().entries(list.id()).getFirst())
        .isEqualTo(entries.getFirst().noted("changed"));
    assertThat(desk().readMarks().all("countess")).hasSize(1);
    assertThat(desk().searches().all()).hasSize(4).endsWith(pier);
    assertThat(desk().searches().check()).isEqualTo(4);
    assertThat(desk().lists().check()).isPositive();
  }

  /** Release 1.0.0 had no owners. Until something changes, its file is read as it is. */
  @Test
  void searchesWithoutOwnersBelongToAll() throws IOException {
    unpack(OF_RELEASE_1_0_0);
    Map<String, Integer> before = databases();
    List<SavedSearch> saved = desk().searches().all();
    assertThat(saved).hasSize(3).allMatch(search -> search.owner().isEmpty());
    assertThat(desk().searches().check()).isEqualTo(3);
    assertThat(desk().users().kept("ada").isNothing()).isTrue();
    assertThat(databases()).isEqualTo(before);
    SavedSearch ofAda = desk().by(Actor.user("ada")).searches().add(saved.getFirst().search(), "");
    assertThat(desk().searches().all()).hasSize(4).startsWith(saved.getFirst()).endsWith(ofAda);
    assertThat(desk().searches().remove(saved.getFirst().id())).contains(saved.getFirst());
    assertThat(desk().searches().all()).hasSize(3).endsWith(ofAda);
  }
}
