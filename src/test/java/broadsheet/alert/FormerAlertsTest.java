package broadsheet.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the list of saved searches that an earlier release kept in the index folder. */
class FormerAlertsTest {

  private static final SavedSearch TIDE =
      new SavedSearch("tides", "q=tide", "tide", Instant.parse("2026-01-12T08:30:00Z"));

  private static final String LIST =
      """
      {"alerts": [{"id": "tides", "search": "q=tide", "reading": "tide",
       "createdAt": "2026-01-12T08:30:00Z"}]}
      """;

  @TempDir private Path temporary;
  private Path index = Path.of("");
  private Path former = Path.of("");
  private SavedSearches saved = SavedSearches.of(Path.of(""));

  @BeforeEach
  void writeFormerList() throws IOException {
    index = Files.createDirectory(temporary.resolve("index"));
    former = Files.writeString(index.resolve(SavedSearches.FILE), LIST);
    Files.createFile(index.resolve("alerts.lock"));
    saved = SavedSearches.of(index);
  }

  private void assertMoved() {
    assertThat(saved.all()).contains(TIDE);
    assertThat(saved.file()).exists();
    assertThat(index).isEmptyDirectory();
    assertThat(saved.leftover()).isEmpty();
    assertThat(saved.edited()).isEmpty();
  }

  @Test
  void isReadWhereItIsWithoutAChange() {
    assertThat(saved.all()).containsExactly(TIDE);
    assertThat(former).hasContent(LIST);
    assertThat(temporary.resolve("index.desk")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "remove", "hold", "move"})
  void isMovedByTheFirstUse(String use) {
    switch (use) {
      case "add" -> saved.add("q=ferry", "ferry");
      case "remove" -> saved.remove("nobody");
      case "hold" -> saved.hold().close();
      default -> saved.move();
    }
    assertMoved();
  }

  /** As if killed after writing the new file and before deleting the old one. */
  @Test
  void sameListInBothPlacesIsMovedToItsEnd() throws IOException {
    saved.move();
    Files.writeString(former, LIST);
    saved.hold().close();
    assertMoved();
  }

  @Test
  void otherListIsLeftAndNamed() throws IOException {
    saved.move();
    Files.writeString(former, LIST.replace("tide", "ferry"));
    saved.add("q=barley", "barley");
    assertThat(saved.all()).hasSize(2).contains(TIDE);
    assertThat(former).exists();
    assertThat(saved.leftover().orElseThrow())
        .contains(former.toRealPath() + " is ignored", saved.file().toString());
  }

  @Test
  void malformedLeftoverStandsInNobodysWay() throws IOException {
    saved.move();
    Files.writeString(former, "{");
    saved.add("q=barley", "barley");
    assertThat(saved.all()).hasSize(2);
    assertThat(saved.leftover()).isPresent();
  }

  @Test
  void malformedListStaysUntilItIsMended() throws IOException {
    Files.writeString(former, "{");
    saved.move();
    assertThatThrownBy(() -> saved.add("q=ferry", "ferry"))
        .isInstanceOf(AlertException.class)
        .hasMessageContaining(former.toRealPath() + " is not a list of alerts");
    Files.writeString(former, LIST);
    saved.move();
    assertMoved();
  }

  /** A file with the desk's name blocks the desk. */
  @Test
  void isReadButNotChangedWhereThereCanBeNoDesk() throws IOException {
    Files.createFile(temporary.resolve("index.desk"));
    saved.move();
    assertThat(saved.all()).containsExactly(TIDE);
    assertThatThrownBy(() -> saved.add("q=ferry", "ferry"))
        .isInstanceOf(AlertException.class)
        .hasMessageContaining("index.desk for saved searches cannot be created");
    assertThat(former).hasContent(LIST);
  }

  /** Updates continue in a folder where nothing may be saved. */
  @Test
  void nobodyHasSavedAnythingWhereThereCanBeNoDesk() throws IOException {
    Files.delete(former);
    Files.createFile(temporary.resolve("index.desk"));
    try (SavedSearches.Held held = saved.hold()) {
      assertThat(held.searches()).isEmpty();
    }
  }

  @Test
  void editIsNoticedKeptAndAccepted() throws IOException {
    saved.move();
    SavedSearch ferry = saved.add("q=ferry", "ferry");
    assertThat(saved.edited()).isEmpty();
    String list = Files.readString(saved.file());
    Files.writeString(saved.file(), list.replace("q=tide", "q=tied"));
    assertThat(saved.edited()).extracting(SavedSearch::search).containsExactly("q=tied");
    saved.remove(ferry.id());
    assertThat(saved.edited()).extracting(SavedSearch::id).containsExactly("tides");
    assertThat(saved.accept()).isEqualTo(1);
    assertThat(saved.edited()).isEmpty();
    assertThat(saved.all()).extracting(SavedSearch::search).containsExactly("q=tied");
  }

  @Test
  void searchWithoutAChecksumWasEdited() throws IOException {
    saved.move();
    Files.writeString(saved.file(), LIST);
    assertThat(saved.edited()).containsExactly(TIDE);
  }
}
