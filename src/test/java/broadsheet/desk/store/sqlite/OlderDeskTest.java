package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** A desk of a build before release 2.0.0 is refused by name, and left as it is. */
class OlderDeskTest {

  @TempDir private Path folder;
  private Path files = Path.of("");

  @BeforeEach
  void find() throws IOException {
    files = folder.toRealPath().resolve("index.desk");
    Files.createDirectory(files);
  }

  private Desk desk() {
    return Desks.open(folder.resolve("index"));
  }

  /** Makes a database with a table of an older build, in the journal mode that these chose. */
  private Path older(String name, int version, String table) throws IOException {
    return older(name, version, table, "WAL");
  }

  private Path older(String name, int version, String table, String journal) throws IOException {
    Path file = files.resolve(name);
    try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file)) {
      SqlFunctions.define(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = " + journal);
        statement.execute(table);
        statement.execute("PRAGMA user_version = " + version);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return file;
  }

  /** The message of a use of the desk, which leaves the file unchanged. */
  private static void assertRefused(Path file, int found, int known, List<Runnable> uses)
      throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (Runnable use : uses) {
      assertThatThrownBy(use::run)
          .isInstanceOf(DeskException.class)
          .hasMessage(
              "%s was written by an older build of Broadsheet (version %s, this program knows %s)"
                  + " and is unchanged. Use that build, for example to export lists. To start"
                  + " empty, move it away and delete its line in “contents”, the file beside it.",
              file, found, known);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  private void backUp() {
    desk().hold().copyTo(folder.resolve("copy/index"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10})
  void listsAreRefused(int version) throws IOException {
    Path file =
        older(
            "lists.db",
            version,
            "CREATE TABLE reader (name TEXT, sum INTEGER CHECK (sum = crc(name))) STRICT");
    assertRefused(
        file,
        version,
        SqliteStore.LISTS_VERSION,
        List.of(
            () -> desk().lists().all(""),
            () -> desk().lists().check(),
            () -> desk().lists().create("", "Cocoa"),
            () -> desk().readMarks().isOn(""),
            () -> desk().readMarks().mark("", new ArticleRef("tide", "00"), true),
            () -> desk().names().corrections(),
            this::backUp));
    assertThat(desk().searches().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAL", "DELETE"})
  void searchesAreRefused(String journal) throws IOException {
    Path file = older("searches.db", 5, "CREATE TABLE search (id TEXT, owner TEXT)", journal);
    assertRefused(
        file,
        5,
        SqliteStore.SEARCHES_VERSION,
        List.of(
            () -> desk().searches().all(),
            () -> desk().searches().check(),
            () -> desk().searches().add("q=tide", "tide", 0),
            this::backUp));
  }

  @Test
  void anewIsBegunAsTheMessageSays() throws IOException {
    Path file = older("lists.db", 10, "CREATE TABLE list (id TEXT)");
    Path contents = Files.writeString(files.resolve("contents"), "lists.db\n");
    assertThatThrownBy(() -> desk().lists().all("")).isInstanceOf(DeskException.class);
    Files.move(file, folder.resolve("lists.db.older"));
    Files.writeString(contents, Files.readString(contents).replace("lists.db\n", ""));
    desk().lists().create("", "Coffee");
    assertThat(desk().lists().all("")).hasSize(1);
  }
}
