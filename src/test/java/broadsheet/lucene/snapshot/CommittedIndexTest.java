package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.IndexDamagedException;
import broadsheet.lucene.IndexBlocks;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedIndexTest {

  private static final int ARTICLES = 300;

  @TempDir private Path folder;

  /** A damaged length makes Lucene ask for any amount of memory. */
  @Test
  void outOfMemoryOnADamagedIndexIsDamage() throws Exception {
    TestIndex.build(folder, ManyArticles.of(ARTICLES, 1));
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      OutOfMemoryError failure = new OutOfMemoryError("Java heap space");
      assertThatThrownBy(() -> fail(index, failure)).isSameAs(failure);
    }
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      for (IndexBlocks blocks : IndexBlocks.of(folder, List.of("fdt"))) {
        blocks.destroy(new Random(1));
      }
      OutOfMemoryError failure = new OutOfMemoryError("Java heap space");
      assertThatThrownBy(() -> fail(index, failure)).isInstanceOf(IndexDamagedException.class);
    }
  }

  private static void fail(CommittedIndex index, OutOfMemoryError failure) {
    index.read(
        _ -> {
          throw failure;
        });
  }
}
