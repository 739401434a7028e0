package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {

  @TempDir private Path folder;

  /** A writer deletes the files of a commit at the next one, whoever reads them. */
  @Test
  void aCommitWhoseFilesAreDeletedMeanwhileIsSummedUp() throws IOException {
    TestIndex.build(folder, List.of(Article.withId("a").title("Tide").build()));
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), "");
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      delete("*.{cfe,si}");
      ReaderSnapshot snapshot = new ReaderSnapshot(reader, format);
      assertThat(snapshot.summary().articles()).isOne();
      assertThat(snapshot.summary().sizeInBytes()).isPositive();
    }
  }

  private void delete(String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
