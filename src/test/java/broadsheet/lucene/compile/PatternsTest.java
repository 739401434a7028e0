package broadsheet.lucene.compile;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Note;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ReaderDictionary;
import java.io.IOException;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatternsTest {

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader = opened("");

  @BeforeEach
  void index() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 2 * Patterns.LIMIT; i++) {
      words.append("tide").append(i).append(' ');
    }
    reader = opened(words.toString());
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private DirectoryReader opened(String text) {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      Document document = new Document();
      document.add(new TextField("body", text, Field.Store.NO));
      writer.addDocument(document);
      writer.commit();
      return DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Each use opens the postings of its words: the same pattern again is not free. */
  @Test
  void patternThatIsUsedAgainAndAgainEndsAtALimit() throws IOException {
    Patterns patterns = new Patterns(new ReaderDictionary(reader), Deadline.none());
    long words = 0;
    for (int i = 0; i < 100; i++) {
      words += patterns.wildcard("body", "tide*", Patterns.LIMIT).terms().size();
      if (words < Patterns.USES) {
        assertThat(patterns.notes()).isEmpty();
      }
    }
    assertThat(words).isEqualTo(Patterns.USES);
    assertThat(patterns.notes()).containsExactly(Note.Plain.PATTERNS_TOO_MANY);
  }
}
