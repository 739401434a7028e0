package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class RebuildMergePolicyTest {

  private static final int ARTICLES = 3_000;
  private static final long FULL = 400_000;

  /** What is merged is smaller than its parts together, here by the articles that are deleted. */
  @Test
  void eachArticleIsMergedOnceAndFewSegmentsAreLeft() {
    Seeds.each(Seeds.orAsked(3), RebuildMergePolicyTest::check);
  }

  private static void check(Random random) {
    AtomicLong merged = new AtomicLong();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergePolicy(new RebuildMergePolicy(FULL))
            .setMergeScheduler(new SerialMergeScheduler())
            .setMergedSegmentWarmer(segment -> merged.addAndGet(segment.numDocs()));
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < ARTICLES; i++) {
        Document document = new Document();
        document.add(new StringField("id", "a" + i, Field.Store.YES));
        document.add(new TextField("body", text(random), Field.Store.YES));
        writer.addDocument(document);
        if (random.nextInt(5) == 0) {
          writer.deleteDocuments(new Term("id", "a" + random.nextInt(i + 1)));
        }
        if (i % 60 == 59) {
          writer.flush();
        }
      }
      writer.forceMerge(1);
      writer.commit();
      assertThat(merged.get()).isBetween(ARTICLES / 2L, (long) ARTICLES);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeBetween(3, 12);
        assertThat(reader.leaves()).allMatch(segment -> segment.reader().maxDoc() > 60);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      text.append('w').append(random.nextInt(100_000)).append(' ');
    }
    return text.toString();
  }
}
