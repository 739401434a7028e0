package broadsheet.lucene.compile;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.PatternExpansion.Pattern;
import broadsheet.lucene.compile.PatternExpansion.Share;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ReaderDictionary;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

class PatternExpansionTest {

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader = opened("");

  @BeforeEach
  void index() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 2 * PatternExpansion.LIMIT; i++) {
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

  private PatternExpansion patterns() throws IOException {
    return new PatternExpansion(new ReaderDictionary(reader), Deadline.none());
  }

  private static Pattern wildcard(String text) {
    return Pattern.wildcard("body", text, PatternExpansion.LIMIT);
  }

  /** Each use opens the postings of its words: the same pattern again is not free. */
  @Test
  void patternThatIsUsedAgainAndAgainEndsAtALimit() throws IOException {
    int most = PatternExpansion.USES / PatternExpansion.LIMIT;

    assertThat(patterns().share(List.of(wildcard("tide*")), most)).isEqualTo(Share.MOST_FREQUENT);
    assertThat(patterns().share(List.of(wildcard("tide*")), most + 1)).isEqualTo(Share.NONE);
    assertThat(patterns().share(Collections.nCopies(most + 1, wildcard("tide*")), 1))
        .isEqualTo(Share.NONE);
  }

  @Test
  void patternsAreSearchedWholeOrNotAtAll() throws IOException {
    PatternExpansion patterns = patterns();
    for (int i = 0; i < PatternExpansion.BUDGET / PatternExpansion.LIMIT - 1; i++) {
      Pattern same = wildcard("tide" + "*".repeat(i + 1));
      assertThat(patterns.share(List.of(same), 1)).isEqualTo(Share.MOST_FREQUENT);
    }
    assertThat(patterns.share(List.of(wildcard("tide11*")), 1)).isEqualTo(Share.ALL);
    assertThat(patterns.notes()).isEmpty();

    assertThat(patterns.share(List.of(wildcard("tide12*"), wildcard("t*")), 1))
        .isEqualTo(Share.NONE);
    assertThat(patterns.of(wildcard("t*")).terms()).isEmpty();
    assertThat(patterns.notes()).containsExactly(Note.Plain.PATTERNS_TOO_MANY);
    assertThat(patterns.share(List.of(wildcard("tide12*")), 1)).isEqualTo(Share.ALL);
    assertThat(patterns.of(wildcard("tide12*")).terms()).hasSize(111);
  }

  @Test
  void patternAfterTheDeadlineIsNotSearched() throws IOException {
    PatternExpansion late =
        new PatternExpansion(new ReaderDictionary(reader), Deadline.in(Duration.ZERO));

    assertThat(late.share(List.of(wildcard("tide11*")), 1)).isEqualTo(Share.NONE);
    assertThat(late.notes()).containsExactly(Note.Plain.PATTERNS_TOO_SLOW);
  }

  @Test
  void patternTooComplexToSearchIsToldApart() throws IOException {
    PatternExpansion patterns = patterns();

    assertThat(patterns.share(List.of(wildcard("*a".repeat(400) + "*")), 1))
        .isEqualTo(Share.TOO_COMPLEX);
    assertThat(patterns.notes()).isEmpty();
  }
}
