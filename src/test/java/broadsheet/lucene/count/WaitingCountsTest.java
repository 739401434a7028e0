package broadsheet.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.SameSegment;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WaitingCountsTest {

  private static final String SLOW = "slow";

  @TempDir private Path folder;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** A reader from which one thread cannot read the values of a facet until it is released. */
  private final class Blocking extends FilterDirectoryReader {

    private Blocking(DirectoryReader in) throws IOException {
      super(in, new BlockingSegments());
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private final class BlockingSegments extends FilterDirectoryReader.SubReaderWrapper {
    @Override
    public LeafReader wrap(LeafReader segment) {
      return new SameSegment(segment) {
        @Override
        public SortedSetDocValues getSortedSetDocValues(String field) throws IOException {
          if (Thread.currentThread().getName().equals(SLOW)) {
            begun.countDown();
            try {
              released.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          return super.getSortedSetDocValues(field);
        }
      };
    }
  }

  private static Map<FacetField, List<FacetCount>> counted(ReaderSnapshot snapshot)
      throws IOException {
    HitSet hits = HitSet.of(IndexSchema.articles(), snapshot);
    SearchBudget budget = SearchBudget.of(snapshot, false, Duration.ofSeconds(9), Deadline.none());
    return new HitCounts(hits, true, IndexSchema.articles(), Filters.none(), budget).facets();
  }

  /** A search of few hits does not wait for the facets of a large archive. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void fewHitsAreCountedWhileFacetsAreBeingRead() throws Exception {
    TestIndex.build(
        folder,
        List.of(
            Article.withId("1").title("Tide").source("Post").build(),
            Article.withId("2").title("Ebb").source("Post").build(),
            Article.withId("3").title("Flood").source("Echo").build()));
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = new Blocking(DirectoryReader.open(directory));
        ExecutorService slow = Executors.newSingleThreadExecutor(work -> new Thread(work, SLOW))) {
      requireNoWaiting(new ReaderSnapshot(reader, format), slow);
    }
  }

  private void requireNoWaiting(ReaderSnapshot snapshot, ExecutorService slow) throws Exception {
    Future<?> reading = slow.submit(snapshot::facets);
    Map<FacetField, List<FacetCount>> meanwhile;
    try {
      begun.await();
      meanwhile = counted(snapshot);
      assertThat(reading).isNotDone();
    } finally {
      released.countDown();
    }
    assertThat(meanwhile)
        .containsEntry(
            FacetField.SOURCE, List.of(new FacetCount("Post", 2), new FacetCount("Echo", 1)));
    reading.get();
    assertThat(counted(snapshot)).isEqualTo(meanwhile);
  }
}
