package broadsheet.desk.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListsContract;
import broadsheet.desk.ReadingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    desk().lists().entries().put(list.id(), List.of(noted("why it matters")));
    String whole = Files.readString(file(), ISO_8859_1);
    assertThat(whole).contains("why it matters");
    Files.writeString(file(), whole.replace("why it matters", "why it mutters"), ISO_8859_1);
    assertThatThrownBy(() -> desk().lists().check())
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(file() + " is damaged")
        .hasMessageContaining("Restore it from a backup");
  }

  /** An editor shows nothing of the erased content. */
  @Test
  void whatIsErasedIsNotLeftInTheFile() throws IOException {
    desk().readMarks().turnOn("one");
    desk().readMarks().mark("one", new ArticleRef("secret-reading", "00"), true);
    assertThat(Files.readString(file(), ISO_8859_1)).contains("secret-reading");
    desk().readMarks().erase("one");
    assertThat(Files.readString(file(), ISO_8859_1)).doesNotContain("secret-reading");
    assertThat(file().resolveSibling("lists.db-wal")).doesNotExist();
  }

  /** Only the changed rows are written, however long the list is. */
  @Test
  void starOnALongListIsAFewRows() {
    String list = desk().lists().create("", "Cocoa").id();
    desk()
        .lists()
        .entries()
        .put(list, IntStream.range(0, 1_000).mapToObj(SqliteListsTest::numbered).toList());
    long before = lastRow();
    desk().lists().entries().put(list, List.of(numbered(1_000)));
    desk().lists().entries().take(list, List.of(numbered(500).article().fingerprint()));
    assertThat(lastRow() - before).isLessThan(10);
  }

  private static ListEntry numbered(int number) {
    String fingerprint = HexFormat.of().toHexDigits((short) number);
    return new ListEntry(
        new ArticleRef("a" + number, fingerprint), "", "", "", "", "", Instant.EPOCH);
  }

  /** The number of the last row that was written. */
  private long lastRow() {
    return new Database(
            DeskFolder.of(temporary.resolve("index")), "lists.db", SqliteStore.LISTS_VERSION)
        .read(session -> session.number("SELECT max(number) FROM document"))
        .orElseThrow();
  }
}
