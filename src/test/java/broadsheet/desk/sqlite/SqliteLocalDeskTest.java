package broadsheet.desk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.LocalDesk;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.ArrivalRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another desk takes over is all that is kept, of all users. */
class SqliteLocalDeskTest {

  private static final Instant AT = Instant.parse("2026-01-12T08:30:00Z");
  private static final ArticleRef TIDE = new ArticleRef("tide", "00");
  private static final ArticleRef FERRY = new ArticleRef("ferry", "01");

  @TempDir private Path temporary;
  private Path index = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void findFolders() throws Exception {
    index = temporary.toRealPath().resolve("index");
    folder = index.resolveSibling("index.desk");
  }

  private Desk desk() {
    return Desks.open(index.toString());
  }

  private LocalDesk local() {
    return Desks.beside(index).orElseThrow();
  }

  private static ListEntry entry(ArticleRef article) {
    return new ListEntry(article, "Title", "", "", "", "why", AT);
  }

  @Test
  void hasWhatAllUsersKeep() {
    SavedSearch search = desk().searches().add("q=tide", "tide");
    ReadingList ofOne = desk().lists().create("one", "Cocoa");
    ReadingList ofOther = desk().lists().create("other", "Grain");
    desk().lists().put(ofOne.id(), List.of(entry(TIDE), entry(FERRY)));
    for (String user : List.of("one", "other")) {
      desk().readMarks().turnOn(user);
      desk().readMarks().mark(user, TIDE, true);
    }
    desk().readMarks().mark("one", FERRY, true);
    ArrivalRecord arrival = new ArrivalRecord(search.id(), TIDE.fingerprint(), TIDE.id(), AT);
    desk().arrivals().write("state", List.of(arrival));
    assertThat(local().folder()).isEqualTo(folder);
    assertThat(local().searches()).containsExactly(search);
    assertThat(local().lists())
        .extracting(ReadingList::id)
        .containsExactly(ofOther.id(), ofOne.id());
    assertThat(local().entries(ofOne)).containsExactly(entry(TIDE), entry(FERRY));
    assertThat(local().entries(ofOther)).isEmpty();
    assertThat(local().readMarks()).containsOnlyKeys("one", "other");
    assertThat(local().readMarks().get("one")).containsExactly(TIDE, FERRY);
    assertThat(local().readMarks().get("other")).containsExactly(TIDE);
    assertThat(local().arrivals()).contains(List.of(arrival));
  }

  @Test
  void isNotThereWhereNothingIsKept() {
    assertThat(Desks.beside(index)).isEmpty();
  }

  @Test
  void isPutAsideUnderANameOfItsOwn() {
    for (String name : List.of("taken-over", "taken-over-2", "taken-over-3")) {
      desk().searches().add("q=tide", "tide");
      Path aside = folder.resolveSibling("index.desk." + name);
      assertThat(local().putAside()).contains(aside);
      assertThat(folder).doesNotExist();
      assertThat(aside.resolve("searches.db")).isNotEmptyFile();
    }
  }

  @Test
  void anotherProcessMayHavePutItAside() throws Exception {
    desk().searches().add("q=tide", "tide");
    LocalDesk local = local();
    Files.move(folder, folder.resolveSibling("elsewhere"));
    assertThat(local.putAside()).isEmpty();
  }

  @Test
  void removedSearchIsTheOneThatIsNamed() {
    SavedSearch tide = desk().searches().add("q=tide", "tide");
    SavedSearch ferry = desk().searches().add("q=ferry", "ferry");
    assertThat(desk().searches().remove(ferry.id())).contains(ferry);
    assertThat(desk().searches().all()).containsExactly(tide);
  }

  @Test
  void articleThatIsPutTwiceAtOnceIsOnTheListOnce() {
    ReadingList list = desk().lists().create("", "Cocoa");
    ArticleRef renamed = new ArticleRef("elsewhere", TIDE.fingerprint());
    ArticleRef corrected = new ArticleRef("elsewhere", "ff");
    List<ListEntry> entries = List.of(entry(TIDE), entry(TIDE), entry(renamed), entry(corrected));
    assertThat(desk().lists().put(list.id(), entries)).isOne();
    assertThat(desk().lists().entries(list.id())).containsExactly(entry(corrected));
  }

  @Test
  void checksumsTellColumnsApart() {
    Database database = new Database(DeskFolder.of(index), "sums.db", "", List.of());
    List<Long> sums =
        database.change(
            session ->
                List.of(
                    session.number("SELECT crc('ab', 'c')"),
                    session.number("SELECT crc('a', 'bc')"),
                    session.number("SELECT crc('', 'abc')"),
                    session.number("SELECT crc(NULL, 'abc')"),
                    session.number("SELECT crc('abc')")));
    assertThat(sums).doesNotHaveDuplicates();
  }
}
