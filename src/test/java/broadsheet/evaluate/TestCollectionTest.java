package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCollectionTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("queries.tsv"), "1\tbees\n2\twasps\n");
    Files.writeString(folder.resolve("qrels.txt"), "1 0 a 1\n3 0 a 1\n");
    Files.writeString(folder.resolve("docs.jsonl"), "");
    Files.writeString(folder.resolve("SOURCE.md"), "About bees.");
  }

  @Test
  void topicsNobodyJudgedAreLeftOut() {
    TestCollection collection = TestCollection.read(folder);
    assertThat(collection.topics().topics()).containsOnlyKeys("1");
    assertThat(collection.topics().name()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void articlesAreInAllFilesButTopicsJudgementsAndNotes() throws IOException {
    Path more = Files.createDirectory(folder.resolve("more"));
    assertThat(TestCollection.read(folder).documents())
        .containsExactly(folder.resolve("docs.jsonl"), more);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("qrels.txt"));
    assertThatThrownBy(() -> TestCollection.read(folder))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("qrels.txt");
    Files.delete(folder.resolve("queries.tsv"));
    assertThat(TestCollection.isIn(folder)).isFalse();
    assertThatThrownBy(() -> TestCollection.read(folder))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("no topics.tsv or queries.tsv");
  }

  @Test
  void judgementsOfOtherTopicsAreAnError() throws IOException {
    Files.writeString(folder.resolve("qrels.txt"), "9 0 a 1\n");
    assertThatThrownBy(() -> TestCollection.read(folder))
        .isInstanceOf(JudgingException.class)
        .hasMessageContaining("None of the topics");
  }
}
