package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.ArchiveCollection;
import broadsheet.lucene.TestIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetsWarmingTest {

  @TempDir private Path folder;

  private boolean areReadInTheNextCommit(OpenIndex index, String id) throws Exception {
    long before = index.generation();
    TestIndex.build(folder, List.of(TestIndex.article(id, "Harbour story")));
    long end = System.nanoTime() + 10_000_000_000L;
    while (index.generation() == before) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
    return index.read(ReaderSnapshot::hasReadFacets);
  }

  /** If searches count facets, the first search after a commit does not wait for them. */
  @Test
  void facetsOfACommitAreReadBeforeItIsSearchedIfThoseBeforeWere() throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("1", "Harbour story")));
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      assertThat(areReadInTheNextCommit(index, "2")).isFalse();
      index.read(ReaderSnapshot::facets);
      assertThat(areReadInTheNextCommit(index, "3")).isTrue();
    }
  }

  @Test
  void facetsOfSeveralIndexesAreReadBeforeANewCommitOfOneIsSearched(@TempDir Path other)
      throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("1", "Harbour story")));
    Path afp = new ArchiveCollection("afp").in(other.resolve("index"));
    TestIndex.build(afp, List.of(TestIndex.article("9", "Ferry story")));
    try (CommittedIndex first = CommittedIndex.open(folder);
        CommittedIndex second = CommittedIndex.open(afp);
        JoinedIndex index = new JoinedIndex(List.of(first, second), () -> {})) {
      assertThat(areReadInTheNextCommit(index, "2")).isFalse();
      index.read(ReaderSnapshot::facets);
      assertThat(areReadInTheNextCommit(index, "3")).isTrue();
    }
  }
}
