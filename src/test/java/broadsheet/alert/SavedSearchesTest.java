package broadsheet.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSearchesTest {

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeIndexFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("index"));
    Files.createDirectory(temporary.resolve("index.desk"));
  }

  private Path file() {
    return temporary.resolve("index.desk").resolve(SavedSearches.FILE);
  }

  @Test
  void whatIsSavedIsSeenByOthersInItsOrder() {
    SavedSearches saved = SavedSearches.of(folder);
    SavedSearch tide = saved.add("q=tide&source=A+%26+B", "tide");
    SavedSearch all = saved.add("", "every article");
    assertThat(SavedSearches.of(folder).all()).containsExactly(tide, all);
    assertThat(saved.find(all.id())).contains(all);
    assertThat(saved.find("nobody")).isEmpty();
  }

  @Test
  void sameSearchIsSavedOnce() {
    SavedSearches saved = SavedSearches.of(folder);
    SavedSearch first = saved.add("q=tide", "tide");
    assertThat(saved.add("q=tide", "tide")).isEqualTo(first);
    assertThat(saved.all()).containsExactly(first);
  }

  @Test
  void removedIsGoneAndTheOthersStay() {
    SavedSearches saved = SavedSearches.of(folder);
    SavedSearch tide = saved.add("q=tide", "tide");
    SavedSearch ferry = saved.add("q=ferry", "ferry");
    assertThat(saved.remove(tide.id())).contains(tide);
    assertThat(saved.remove(tide.id())).isEmpty();
    assertThat(saved.all()).containsExactly(ferry);
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
    Files.writeString(file(), content);
    SavedSearches saved = SavedSearches.of(folder);
    for (Runnable use :
        List.<Runnable>of(
            saved::all, () -> saved.add("q=tide", "tide"), () -> saved.remove("a"), saved::hold)) {
      assertThatThrownBy(use::run)
          .isInstanceOf(AlertException.class)
          .hasMessageContaining(file() + " is not a list of alerts (")
          .hasMessageContaining("Mend it or move it away")
          .message()
          .doesNotContain("\n");
    }
    assertThat(Files.readString(file())).isEqualTo(content);
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<SavedSearch>> adding =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> SavedSearches.of(folder).add("q=tide" + i, "tide"), threads))
              .toList();
      List<SavedSearch> added = new ArrayList<>();
      for (CompletableFuture<SavedSearch> each : adding) {
        added.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(SavedSearches.of(folder).all()).containsExactlyInAnyOrderElementsOf(added);
      assertThat(added).extracting(SavedSearch::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void nothingChangesWhileTheyAreHeld() throws Exception {
    SavedSearches saved = SavedSearches.of(folder);
    CompletableFuture<SavedSearch> adding;
    try (SavedSearches.Held held = saved.hold()) {
      adding = CompletableFuture.supplyAsync(() -> saved.add("q=tide", "tide"));
      Thread.sleep(200);
      assertThat(held.searches()).isEmpty();
      assertThat(saved.all()).isEmpty();
      assertThat(adding).isNotDone();
    }
    SavedSearch added = adding.get(10, TimeUnit.SECONDS);
    assertThat(saved.all()).containsExactly(added);
  }

  @Test
  void diskThatTakesNothingLeavesTheListAsItWas() throws IOException {
    SavedSearches saved = SavedSearches.of(folder);
    SavedSearch tide = saved.add("q=tide", "tide");
    Files.createDirectories(file().resolveSibling("." + SavedSearches.FILE + ".new/full"));
    assertThatThrownBy(() -> saved.add("q=ferry", "ferry"))
        .isInstanceOf(AlertException.class)
        .hasMessageContaining("cannot be written");
    assertThat(saved.all()).containsExactly(tide);
  }

  @Test
  void thereIsAMost() throws IOException {
    StringBuilder full = new StringBuilder("{\"alerts\": [");
    for (int i = 0; i < SavedSearches.MOST; i++) {
      full.append(i == 0 ? "" : ",")
          .append("{\"id\":\"a%s\",\"search\":\"q=a%s\",".formatted(i, i))
          .append("\"reading\":\"a\",\"createdAt\":\"2026-01-01T00:00:00Z\"}");
    }
    Files.writeString(file(), full.append("]}"));
    SavedSearches saved = SavedSearches.of(folder);
    assertThatThrownBy(() -> saved.add("q=tide", "tide"))
        .isInstanceOf(AlertException.class)
        .hasMessageContaining("Remove one first");
    assertThat(saved.all()).hasSize(SavedSearches.MOST);
    assertThat(saved.add("q=a7", "a").id()).isEqualTo("a7");
  }
}
