package broadsheet.desk.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Takes over the lists of saved searches that earlier releases kept, on the desk or in the index.
 */
class FormerSearchesTest {

  private static final SavedSearch TIDE =
      new SavedSearch("tides", "q=tide", "tide", Instant.parse("2026-01-12T08:30:00Z"));

  private static final String LIST =
      """
      {"alerts": [{"id": "tides", "search": "q=tide", "reading": "tide",
       "createdAt": "2026-01-12T08:30:00Z", "checksum": "0badcafe"}]}
      """;

  private static final String OTHER = LIST.replace("tide", "ferry");

  @TempDir private Path temporary;
  private Path index = Path.of("");
  private Path inIndex = Path.of("");
  private Path onDesk = Path.of("");

  @BeforeEach
  void writeFormerList() throws IOException {
    index = Files.createDirectory(temporary.toRealPath().resolve("index"));
    inIndex = Files.writeString(index.resolve("alerts.json"), LIST);
    onDesk = temporary.toRealPath().resolve("index.desk/alerts.json");
    Files.createFile(index.resolve("alerts.lock"));
  }

  private Desk desk() {
    return Desks.open(index);
  }

  private SavedSearches saved() {
    return desk().searches();
  }

  private void assertTakenOver() {
    assertThat(saved().all()).contains(TIDE);
    assertThat(saved().check()).isPositive();
    assertThat(index).isEmptyDirectory();
    assertThat(onDesk).doesNotExist();
    assertThat(onDesk.resolveSibling("alerts.json.of-index.old")).hasContent(LIST);
  }

  @Test
  void isReadWhereItIsWithoutAChange() {
    assertThat(saved().all()).containsExactly(TIDE);
    assertThat(inIndex).hasContent(LIST);
    assertThat(temporary.resolve("index.desk")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "remove", "hold", "takeOver"})
  void isTakenOverByTheFirstUse(String use) {
    switch (use) {
      case "add" -> saved().add("q=ferry", "ferry");
      case "remove" -> saved().remove(saved().add("q=ferry", "ferry").id());
      case "hold" -> saved().hold().close();
      default -> desk().takeOver();
    }
    assertTakenOver();
  }

  @Test
  void listOnTheDeskIsTakenOverAsWell() throws IOException {
    Files.createDirectories(onDesk.getParent());
    Files.writeString(onDesk, OTHER);
    Files.createFile(onDesk.resolveSibling("alerts.lock"));
    assertThat(saved().all()).extracting(SavedSearch::id).containsExactly("ferrys", "tides");
    desk().takeOver();
    assertThat(saved().all()).extracting(SavedSearch::id).containsExactly("ferrys", "tides");
    assertTakenOver();
    assertThat(onDesk.resolveSibling("alerts.json.old")).hasContent(OTHER);
    assertThat(onDesk.resolveSibling("alerts.lock")).doesNotExist();
  }

  /** As if killed after storing the searches and before moving the file. */
  @Test
  void secondTimeChangesNothing() throws IOException {
    desk().takeOver();
    SavedSearch ferry = saved().add("q=ferry", "ferry");
    Files.writeString(inIndex, LIST);
    assertThat(saved().all()).containsExactly(TIDE, ferry);
    saved().hold().close();
    assertThat(saved().all()).containsExactly(TIDE, ferry);
    assertTakenOver();
  }

  @Test
  void removedSearchStaysRemoved() {
    assertThat(saved().remove("tides")).contains(TIDE);
    assertThat(saved().all()).isEmpty();
    desk().takeOver();
    assertThat(saved().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"alerts\": {}}",
        "{\"alerts\": [{\"id\": \"a\"}]}",
        "{\"alerts\": [{\"id\": \"A B\", \"search\": \"\", \"reading\": \"\", \"createdAt\":"
            + " \"2026-01-01T00:00:00Z\"}]}",
        "{\"alerts\": [{\"id\": \"a\", \"search\": 1, \"reading\": \"\", \"createdAt\":"
            + " \"2026-01-01T00:00:00Z\"}]}",
        "{\"alerts\": [{\"id\": \"a\", \"search\": \"\", \"reading\": \"\", \"createdAt\":"
            + " \"today\"}]}",
        "{\"alerts\": []} {}",
        "{\"alerts\": [], \"alerts\": []}",
        "{\"alerts\": [\uFFFF"
      })
  void malformedFileIsNamedAndLeftAsItIs(String content) throws IOException {
    Files.writeString(inIndex, content);
    desk().takeOver();
    for (Runnable use :
        List.<Runnable>of(
            () -> saved().all(),
            () -> saved().add("q=tide", "tide"),
            () -> saved().remove("a"),
            () -> saved().hold())) {
      assertThatThrownBy(use::run)
          .isInstanceOf(DeskException.class)
          .hasMessageContaining(inIndex + " is not a list of alerts (")
          .hasMessageContaining("Mend it or move it away")
          .message()
          .doesNotContain("\n");
    }
    assertThat(Files.readString(inIndex)).isEqualTo(content);
    Files.writeString(inIndex, LIST);
    desk().takeOver();
    assertTakenOver();
  }

  /** A file with the desk's name blocks the desk. */
  @Test
  void isReadButNotChangedWhereThereCanBeNoDesk() throws IOException {
    Files.createFile(temporary.resolve("index.desk"));
    desk().takeOver();
    assertThat(saved().all()).containsExactly(TIDE);
    assertThatThrownBy(() -> saved().add("q=ferry", "ferry"))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("index.desk for what readers keep cannot be created");
    assertThat(inIndex).hasContent(LIST);
  }

  /** Updates continue in a folder where nothing may be saved. */
  @Test
  void nobodyHasSavedAnythingWhereThereCanBeNoDesk() throws IOException {
    Files.delete(inIndex);
    Files.createFile(temporary.resolve("index.desk"));
    try (SavedSearches.Held held = saved().hold()) {
      assertThat(held.searches()).isEmpty();
    }
  }

  @Test
  void thereIsAMost() throws IOException {
    StringBuilder full = new StringBuilder("{\"alerts\": [");
    for (int i = 0; i < SavedSearches.MOST; i++) {
      full.append(i == 0 ? "" : ",")
          .append("{\"id\":\"a%s\",\"search\":\"q=a%s\",".formatted(i, i))
          .append("\"reading\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\"}");
    }
    Files.writeString(inIndex, full.append("]}"));
    assertThatThrownBy(() -> saved().add("q=tide", "tide"))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("Remove one first");
    assertThat(saved().all()).hasSize(SavedSearches.MOST);
    assertThat(saved().add("q=a7", "a").id()).isEqualTo("a7");
  }
}
