package broadsheet.desk.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ListsContract;
import broadsheet.desk.NotOwnerException;
import broadsheet.desk.ReadingList;
import broadsheet.desk.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteListsTest extends ListsContract {

  @TempDir private Path temporary;

  @Override
  protected Desk desk() {
    return Desks.open(temporary.resolve("index"));
  }

  private Path file() throws IOException {
    return temporary.toRealPath().resolve("index.desk/lists.db");
  }

  private static ListEntry noted(String note) {
    return new ListEntry(
        new ArticleRef("tide", "00"),
        "Tide",
        "",
        "",
        "",
        note,
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  @Test
  void readingWritesNothing() {
    assertThat(desk().lists().all("")).isEmpty();
    assertThat(desk().readMarks().isOn("")).isFalse();
    desk().readMarks().erase("");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void changedNoteIsDamage() throws IOException {
    ReadingList list = desk().lists().create("", "Cocoa");
    desk().lists().put(list.id(), List.of(noted("why it matters")));
    String whole = Files.readString(file(), ISO_8859_1);
    assertThat(whole).contains("why it matters");
    Files.writeString(file(), whole.replace("why it matters", "why it mutters"), ISO_8859_1);
    assertThatThrownBy(() -> desk().lists().check())
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(file() + " is damaged")
        .hasMessageContaining("Restore it from a backup");
  }

  /** Nothing of it can be read with an editor. */
  @Test
  void whatIsErasedIsNotLeftInTheFile() throws IOException {
    desk().readMarks().turnOn("one");
    desk().readMarks().mark("one", new ArticleRef("secret-reading", "00"), true);
    assertThat(Files.readString(file(), ISO_8859_1)).contains("secret-reading");
    desk().readMarks().erase("one");
    assertThat(Files.readString(file(), ISO_8859_1)).doesNotContain("secret-reading");
    assertThat(file().resolveSibling("lists.db-wal")).doesNotExist();
  }

  /** The first release had lists and entries; each later one added steps. */
  @ParameterizedTest
  @MethodSource("filesOfOlderReleases")
  void fileOfAnOlderReleaseIsTakenOver(int steps) throws IOException {
    Database older =
        new Database(
            DeskFolder.of(temporary.resolve("index")),
            ListTables.FILE,
            "",
            ListTables.STEPS.subList(0, steps));
    older.change(
        session -> {
          session.run(
              "INSERT INTO list VALUES ('l1', '', 'Cocoa', 'cocoa', 0, '2026-01-12T08:30:00Z', 1,"
                  + " crc('l1', '', 'Cocoa', 'cocoa', 0, '2026-01-12T08:30:00Z'))");
          session.run(
              "INSERT INTO entry VALUES ('l1', 'tide', '00', 'Tide', '', '', '', 'why',"
                  + " '2026-01-12T08:30:00Z', 1, crc('l1', 'tide', '00', 'Tide', '', '', '', 'why',"
                  + " '2026-01-12T08:30:00Z'))");
          return session;
        });
    assertThat(desk().lists().all("")).extracting(ReadingList::name).containsExactly("Cocoa");
    assertThat(desk().lists().entries("l1")).containsExactly(noted("why"));
    assertThat(desk().lists().check()).isEqualTo(1);
    assertThat(desk().lists().note("l1", "00", "changed")).isTrue();
    desk().readMarks().turnOn("");
    desk().readMarks().mark("", new ArticleRef("tide", "00"), true);
    assertThat(desk().lists().entries("l1")).containsExactly(noted("changed"));
    assertThat(desk().readMarks().all("")).hasSize(1);
    assertThat(desk().lists().check()).isEqualTo(1);
  }

  /** Its owner had ticked “All users see and change it”. */
  @Test
  void sharedListOfAnOlderReleaseBelongsToWhoMadeItAndIsStillChangedByAll() {
    Database older = ListTables.on(DeskFolder.of(temporary.resolve("index")));
    older.change(
        session ->
            session.change(
                "INSERT INTO list VALUES ('l1', 'ada', 'Cocoa', 'cocoa', 1,"
                    + " '2026-01-12T08:30:00Z', 1,"
                    + " crc('l1', 'ada', 'Cocoa', 'cocoa', 1, '2026-01-12T08:30:00Z'))"));
    Lists ofBert = desk().by(Actor.user("bert")).lists();
    assertThat(ofBert.all("bert")).extracting(ReadingList::sharing).containsExactly(Sharing.EDIT);
    assertThat(ofBert.put("l1", List.of(noted("why")))).isOne();
    assertThatThrownBy(() -> ofBert.remove("l1")).isInstanceOf(NotOwnerException.class);
    assertThat(desk().by(Actor.user("ada")).lists().remove("l1")).isPresent();
  }

  static IntStream filesOfOlderReleases() {
    return IntStream.rangeClosed(2, ListTables.STEPS.size());
  }
}
