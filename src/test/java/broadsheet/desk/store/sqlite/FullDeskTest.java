package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Thorough;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.fault.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a full disk nothing is lost. Mounts a small disk, which needs the permission to mount. */
class FullDeskTest {

  @TempDir private Path folder;
  @AutoClose private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.of("1m", folder.resolve("disk"));
  }

  private Desk desk() {
    return Desks.open(disk.folder().resolve("index"));
  }

  private static ListEntry entry(int number) {
    return new ListEntry(
        new ArticleRef("a" + number, String.format(Locale.ROOT, "%04x", number)),
        "Title " + number,
        "",
        "",
        "",
        "note ".repeat(100),
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  @Thorough
  @Test
  void whatWasKeptStaysAndThereIsRoomAgainWhenSpaceIsFreed() throws Exception {
    Path filler = Files.write(disk.folder().resolve("filler"), new byte[300_000]);
    ReadingList list = desk().lists().create("", "Cocoa");
    List<ListEntry> kept = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int number = 0; ; number++) {
                desk().lists().entries().put(list.id(), List.of(entry(number)));
                kept.add(entry(number));
              }
            })
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("lists.db cannot be used (")
        .hasMessageContaining("is unchanged. Check disk space")
        .message()
        .doesNotContain("Exception");
    assertThat(kept).hasSizeGreaterThan(20);
    assertThat(desk().lists().entries().of(list.id())).isEqualTo(kept);
    assertThat(desk().lists().check()).isEqualTo(kept.size());
    Files.delete(filler);
    assertThat(desk().lists().entries().put(list.id(), List.of(entry(kept.size())))).isEqualTo(1);
    kept.add(entry(kept.size()));
    assertThat(desk().lists().entries().of(list.id())).isEqualTo(kept);
    assertThat(desk().lists().check()).isEqualTo(kept.size());
  }

  @Test
  void searchesStayAsWell() throws Exception {
    SavedSearch tide = desk().searches().add("q=tide", "tide", 0);
    Path filler = disk.fill();
    assertThat(desk().searches().all()).containsExactly(tide);
    List<SavedSearch> kept = new ArrayList<>(List.of(tide));
    assertThatThrownBy(
            () -> {
              for (int number = 0; ; number++) {
                kept.add(desk().searches().add("q=ferry" + number, "ferry " + number, 0));
              }
            })
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("searches.db cannot be used (");
    Files.delete(filler);
    assertThat(desk().searches().all()).isEqualTo(kept);
    kept.add(desk().searches().add("q=pier", "pier", 0));
    assertThat(desk().searches().all()).isEqualTo(kept);
  }
}
