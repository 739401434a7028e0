package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearchesContract;
import broadsheet.desk.Store;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSearchesTest extends SavedSearchesContract {

  @TempDir private Path temporary;

  @Override
  protected Desk desk() {
    return Desks.open(temporary.resolve("index"));
  }

  private Path file() throws IOException {
    return temporary.toRealPath().resolve("index.desk/searches.db");
  }

  @Test
  void nothingIsWrittenByReading() {
    assertThat(desk().searches().all()).isEmpty();
    assertThat(desk().searches().remove("nobody")).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  /** While a database is made, its file is empty; others must not report that as damage. */
  @Test
  void deskThatManyMakeAtOnceIsSound() throws Exception {
    for (int i = 0; i < 20; i++) {
      String index = temporary.resolve("index" + i).toString();
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        List<Callable<SavedSearch>> adding = new ArrayList<>();
        for (int j = 0; j < 8; j++) {
          String search = "q=tide" + j;
          adding.add(() -> Desks.open(index).searches().add(search, "tide", 0));
        }
        for (Future<SavedSearch> added : threads.invokeAll(adding)) {
          added.get();
        }
      }
      assertThat(Desks.open(index).searches().all()).hasSize(8);
    }
  }

  @Test
  void oddNamesOfFoldersAreNames() {
    Desk odd = Desks.open(temporary.resolve("what? 50% #1 & more"));
    SavedSearch saved = odd.searches().add("q=tide", "tide", 0);
    assertThat(odd.searches().all()).containsExactly(saved);
    assertThat(temporary.resolve("what? 50% #1 & more.desk/searches.db")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "no database at all",
        "{\"alerts\": []}",
        "SQLite format 3\u0000 and then nothing"
      })
  void damagedFileIsNamedAndLeftAsItIs(String content) throws IOException {
    desk().searches().add("q=tide", "tide", 0);
    Files.writeString(file(), content);
    for (Runnable use :
        new Runnable[] {
          desk().searches()::all,
          () -> desk().searches().add("q=tide", "tide", 0),
          desk().searches()::check
        }) {
      assertThatThrownBy(use::run)
          .isInstanceOf(DeskException.class)
          .hasMessageContaining(file() + " is damaged (")
          .hasMessageContaining("Restore it from a backup")
          .message()
          .doesNotContain("\n");
    }
    assertThat(Files.readString(file())).isEqualTo(content);
  }

  @Test
  void fileOfANewerReleaseIsLeftAsItIs() throws Exception {
    SavedSearch tide = desk().searches().add("q=tide", "tide", 0);
    new Database(
            DeskFolder.of(temporary.resolve("index")), "searches.db", SqliteStore.SEARCHES_VERSION)
        .change(
            session -> {
              session.run("PRAGMA user_version = 7");
              return session;
            });
    byte[] whole = Files.readAllBytes(file());
    for (Runnable use :
        new Runnable[] {desk().searches()::all, () -> desk().searches().remove(tide.id())}) {
      assertThatThrownBy(use::run)
          .isInstanceOf(DeskException.class)
          .hasMessageContaining("written by a newer release of Broadsheet (version 7");
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(whole);
  }

  /** Its matches were recorded with their times, from the moment on at which it was saved. */
  @Test
  void searchOfAnOlderBuildIsSinceItWasSaved() throws Exception {
    desk().searches().add("q=ferry", "ferry", 5);
    String layout =
        """
        {"content": {"searches": [{"id": "a1", "search": "q=tide", "reading": "tide",
         "createdAt": "2026-03-01T12:00:07Z", "owner": "ada"}]}}
        """;
    new Database(
            DeskFolder.of(temporary.resolve("index")), "searches.db", SqliteStore.SEARCHES_VERSION)
        .change(
            session -> {
              DocumentRows rows = new DocumentRows(session);
              rows.write(Store.SEARCHES, rows.of(Store.SEARCHES), document(layout));
              return session;
            });
    Instant saved = Instant.parse("2026-03-01T12:00:07Z");
    SavedSearch tide =
        new SavedSearch("a1", "q=tide", "tide", saved, "ada", saved.getEpochSecond(), Map.of());
    assertThat(desk().searches().all()).containsExactly(tide);
    desk().searches().add("q=pier", "pier", 9);
    assertThat(desk().searches().find("a1")).contains(tide);
  }

  private static ObjectNode document(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void nothingIsSavedWhereThereCanBeNoDesk() throws IOException {
    Files.createFile(temporary.resolve("index.desk"));
    assertThat(desk().searches().all()).isEmpty();
    assertThatThrownBy(() -> desk().searches().add("q=ferry", "ferry", 0))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("index.desk for what readers keep cannot be created");
  }
}
