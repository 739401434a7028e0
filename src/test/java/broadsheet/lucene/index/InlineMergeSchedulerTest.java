package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class InlineMergeSchedulerTest {

  @Test
  void theThreadThatAsksMergesSmallSegments() throws IOException {
    Queue<Thread> merging = new ConcurrentLinkedQueue<>();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergeScheduler(new InlineMergeScheduler())
            .setMergedSegmentWarmer(_ -> merging.add(Thread.currentThread()));
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 40; i++) {
        Document document = new Document();
        document.add(new StringField("id", "a" + i, Field.Store.NO));
        writer.addDocument(document);
        DirectoryReader.open(writer).close();
      }
      assertThat(writer.hasPendingMerges()).isFalse();
    }
    assertThat(merging).isNotEmpty().containsOnly(Thread.currentThread());
  }

  /**
   * A thread of a merge that is done may have a limit of nothing, and merges small segments too.
   */
  @Test
  void smallMergesAreNotSlowedDown() throws IOException {
    try (InlineMergeScheduler scheduler = new InlineMergeScheduler();
        ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(new Document());
      }
      MergePolicy.OneMerge merge =
          new MergePolicy.OneMerge(SegmentInfos.readLatestCommit(directory).asList());
      merge.estimatedMergeBytes = 1;
      assertThat(scheduler.wrapForMerge(merge, directory)).isSameAs(directory);
    }
  }
}
