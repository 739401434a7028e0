package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of the saved searches on every desk. A subclass provides the desk. */
public abstract class SavedSearchesContract {

  /**
   * A new object at each call for the desk of one archive, which is empty at first and used by this
   * test alone.
   */
  protected abstract Desk desk();

  private SavedSearches saved() {
    return desk().searches();
  }

  @Test
  void whatIsSavedIsSeenByOthersInItsOrder() {
    SavedSearch tide = saved().add("q=tide&source=A+%26+B", "tide", 0);
    SavedSearch all = saved().add("", "every article", 7);
    assertThat(List.of(tide.since(), all.since())).containsExactly(0L, 7L);
    assertThat(saved().all()).containsExactly(tide, all);
    assertThat(saved().find(all.id())).contains(all);
    assertThat(saved().find("nobody")).isEmpty();
    assertThat(saved().check()).isEqualTo(2);
  }

  @Test
  void whereNothingIsSavedThereIsNothing() {
    assertThat(saved().all()).isEmpty();
    assertThat(saved().remove("nobody")).isEmpty();
    assertThat(saved().check()).isZero();
  }

  @Test
  void sameSearchIsSavedOnce() {
    SavedSearch first = saved().add("q=tide", "tide", 3);
    assertThat(saved().add("q=tide", "tide", 4)).isEqualTo(first);
    assertThat(saved().all()).containsExactly(first);
  }

  @Test
  void removedIsGoneAndTheOthersStay() {
    SavedSearch tide = saved().add("q=tide", "tide", 0);
    SavedSearch ferry = saved().add("q=ferry", "ferry", 0);
    assertThat(saved().remove(tide.id())).contains(tide);
    assertThat(saved().remove(tide.id())).isEmpty();
    assertThat(saved().all()).containsExactly(ferry);
  }

  @Test
  void removedSearchIsTheOneThatIsNamed() {
    SavedSearch tide = saved().add("q=tide", "tide", 0);
    SavedSearch ferry = saved().add("q=ferry", "ferry", 0);
    assertThat(saved().remove(ferry.id())).contains(ferry);
    assertThat(saved().all()).containsExactly(tide);
  }

  @Test
  void thereIsAMost() {
    KnownSearches.save(
        desk(),
        IntStream.range(0, SavedSearches.MOST)
            .mapToObj(i -> new SavedSearch("a" + i, "q=a" + i, "a", Instant.EPOCH, 0))
            .toList());
    assertThatThrownBy(() -> saved().add("q=tide", "tide", 0))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("Remove one first");
    assertThat(saved().all()).hasSize(SavedSearches.MOST);
    assertThat(saved().add("q=a7", "a", 0).id()).isEqualTo("a7");
  }

  @Test
  void anyTextIsKeptAsItIs() {
    String odd = "q='\"; DROP TABLE search --\u0000\n\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd";
    SavedSearch saved = saved().add(odd, odd, 0);
    assertThat(saved().all()).containsExactly(saved);
    assertThat(saved().check()).isEqualTo(1);
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<SavedSearch>> adding =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> saved().add("q=tide" + i, "tide", 0), threads))
              .toList();
      List<SavedSearch> added = new ArrayList<>();
      for (CompletableFuture<SavedSearch> each : adding) {
        added.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(saved().all()).containsExactlyInAnyOrderElementsOf(added);
      assertThat(added).extracting(SavedSearch::id).doesNotHaveDuplicates();
    }
  }
}
