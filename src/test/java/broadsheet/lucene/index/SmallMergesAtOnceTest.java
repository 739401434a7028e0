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
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class SmallMergesAtOnceTest {

  @Test
  void theThreadThatAsksMergesSmallSegments() throws IOException {
    Queue<Thread> merging = new ConcurrentLinkedQueue<>();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergeScheduler(new SmallMergesAtOnce())
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
}
