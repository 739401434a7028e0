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
    SavedSearch tide = saved().add("q=tide&source=A+%26+B", "tide");
    SavedSearch all = saved().add("", "every article");
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
    SavedSearch first = saved().add("q=tide", "tide");
    assertThat(saved().add("q=tide", "tide")).isEqualTo(first);
    assertThat(saved().all()).containsExactly(first);
  }

  @Test
  void removedIsGoneAndTheOthersStay() {
    SavedSearch tide = saved().add("q=tide", "tide");
    SavedSearch ferry = saved().add("q=ferry", "ferry");
    assertThat(saved().remove(tide.id())).contains(tide);
    assertThat(saved().remove(tide.id())).isEmpty();
    assertThat(saved().all()).containsExactly(ferry);
  }

  @Test
  void removedSearchIsTheOneThatIsNamed() {
    SavedSearch tide = saved().add("q=tide", "tide");
    SavedSearch ferry = saved().add("q=ferry", "ferry");
    assertThat(saved().remove(ferry.id())).contains(ferry);
    assertThat(saved().all()).containsExactly(tide);
  }

  @Test
  void thereIsAMost() {
    KnownSearches.save(
        desk(),
        IntStream.range(0, SavedSearches.MOST)
            .mapToObj(i -> new SavedSearch("a" + i, "q=a" + i, "a", Instant.EPOCH))
            .toList());
    assertThatThrownBy(() -> saved().add("q=tide", "tide"))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("Remove one first");
    assertThat(saved().all()).hasSize(SavedSearches.MOST);
    assertThat(saved().add("q=a7", "a").id()).isEqualTo("a7");
  }

  @Test
  void anyTextIsKeptAsItIs() {
    String odd = "q='\"; DROP TABLE search --\u0000\n\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd";
    SavedSearch saved = saved().add(odd, odd);
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
                          () -> saved().add("q=tide" + i, "tide"), threads))
              .toList();
      List<SavedSearch> added = new ArrayList<>();
      for (CompletableFuture<SavedSearch> each : adding) {
        added.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(saved().all()).containsExactlyInAnyOrderElementsOf(added);
      assertThat(added).extracting(SavedSearch::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void nothingChangesWhileTheyAreHeld() throws Exception {
    CompletableFuture<SavedSearch> adding;
    try (SavedSearches.Held held = saved().hold()) {
      adding = CompletableFuture.supplyAsync(() -> saved().add("q=tide", "tide"));
      Thread.sleep(200);
      assertThat(held.searches()).isEmpty();
      assertThat(saved().all()).isEmpty();
      assertThat(adding).isNotDone();
    }
    SavedSearch added = adding.get(10, TimeUnit.SECONDS);
    assertThat(saved().all()).containsExactly(added);
  }

  /** An update may take long, and its arrivals are copied while it holds the searches. */
  @Test
  void onlySavedSearchesAreHeld() {
    try (SavedSearches.Held _ = saved().hold()) {
      desk().arrivals().write("state", List.of());
      assertThat(desk().arrivals().isAt("state")).isTrue();
    }
  }
}
