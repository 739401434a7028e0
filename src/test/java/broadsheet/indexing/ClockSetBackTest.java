package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.LuceneSearchEngine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index dated in the future, because the clock was set back, can be rebuilt and updated. */
class ClockSetBackTest {

  @TempDir private Path folder;

  @Test
  void rebuildsAndUpdatesAreSeenAfterTheClockIsSetBackByAYear() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    write(corpus, "a");
    index(index, corpus, false);
    commitInAYear(index);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      assertThat(engine.articleCount()).isEqualTo(1);
      write(corpus, "b");
      index(index, corpus, false);
      awaitCount(engine, 2);
      write(corpus, "c");
      index(index, corpus, true);
      awaitCount(engine, 3);
    }
  }

  private static void write(Path corpus, String name) throws Exception {
    Files.writeString(corpus.resolve(name + ".txt"), "All about " + name + "\n\nIt is told.\n");
  }

  private static void index(Path index, Path corpus, boolean isUpdate) {
    new Indexing(index, List.of(corpus), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
  }

  /** Imitates a commit made by a clock a year ahead. */
  private static void commitInAYear(Path index) throws Exception {
    try (FSDirectory directory = FSDirectory.open(index)) {
      Map<String, String> data;
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        data = new HashMap<>(reader.getIndexCommit().getUserData());
      }
      IndexWriterConfig config = new IndexWriterConfig().setCommitOnClose(false);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        writer.advanceSegmentInfosVersion(
            System.currentTimeMillis() + Duration.ofDays(365).toMillis());
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
      }
    }
  }

  private static void awaitCount(LuceneSearchEngine engine, long count) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (engine.articleCount() != count) {
      assertThat(System.nanoTime()).as(count + " articles in time").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
