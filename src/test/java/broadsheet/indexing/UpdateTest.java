package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.corpus.record.CorpusException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update gives the same index as a rebuild, after any change of the files. */
class UpdateTest {

  private static final int STEPS = 5;

  @TempDir Path folder;

  @Thorough
  @Test
  void shuffledFolderIsIndexedAsIfAnew() {
    Seeds.each(Seeds.orAsked(2), this::shuffle);
  }

  private void shuffle(Random random) {
    Path corpus = folder.resolve("corpus-" + random.nextLong());
    Path updated = folder.resolve("updated-" + random.nextLong());
    ShuffledFolder files = new ShuffledFolder(corpus, random);
    files.fill(20);
    index(updated, false, corpus);
    for (int step = 0; step < STEPS; step++) {
      files.change(1 + random.nextInt(8));
      index(updated, true);
      Path rebuilt = folder.resolve("rebuilt-" + random.nextLong());
      index(rebuilt, false, corpus);
      IndexContents expected = IndexContents.of(rebuilt);
      IndexContents actual = IndexContents.of(updated);
      String after = "step " + step + ", after " + files.lastChanges();
      assertThat(actual.without(expected))
          .as("too much at " + after + "; too little: " + expected.without(actual))
          .isEmpty();
      assertThat(expected.without(actual)).as("too little at " + after).isEmpty();
    }
  }

  @Test
  void nothingChangedIsNothingDone() throws IOException {
    Path corpus = write("corpus/a.txt", "One headline\n\nOne text of it.\n");
    Path index = folder.resolve("index");
    index(index, false, parent(corpus));
    List<Path> before = files(index);

    Indexing.Outcomes outcomes = index(index, true);

    assertThat(outcomes.report().unchanged()).isEqualTo(1);
    assertThat(outcomes.report().indexed()).isZero();
    assertThat(files(index)).isEqualTo(before);
  }

  @Test
  void recordsOfAChangedFileThatAreAsTheyWereStay() {
    Path file = write("corpus/a.jsonl", line("a", "Rain") + line("b", "Sun"));
    Path index = folder.resolve("index");
    index(index, false, parent(file));
    write("corpus/a.jsonl", line("a", "Rain") + line("b", "Snow") + line("c", "Hail"));

    Indexing.Outcomes outcomes = index(index, true);

    assertThat(outcomes.report().unchanged()).isEqualTo(1);
    assertThat(outcomes.report().indexed()).isEqualTo(2);
    assertThat(outcomes.report().removed()).isZero();
  }

  @Test
  void changeThatKeepsSizeAndTimeIsSeen() throws IOException {
    Path file = write("corpus/a.txt", "One headline\n\nAll about rain.\n");
    Path index = folder.resolve("index");
    index(index, false, parent(file));
    var time = Files.getLastModifiedTime(file);
    write("corpus/a.txt", "One headline\n\nAll about snow.\n");
    Files.setLastModifiedTime(file, time);

    assertThat(index(index, true).report().indexed()).isEqualTo(1);
  }

  @Test
  void sourcesAreAddedAndGoneOverOneByOne() throws IOException {
    Path one = parent(write("one/a.txt", "One headline\n\nAll about rain.\n"));
    Path two = parent(write("two/sub/b.txt", "Two headline\n\nAll about snow.\n"));
    Path index = folder.resolve("index");
    index(index, false, one);

    assertThat(index(index, true, two).report().indexed()).isEqualTo(1);
    assertThat(IndexContents.of(index).origins()).containsExactly(one.toString(), two.toString());
    Files.delete(one.resolve("a.txt"));
    assertThat(index(index, true, two).report().removed()).isZero();
    assertThat(index(index, true).report().removed()).isEqualTo(1);
    assertThat(index(index, true, parent(two)).report().removed()).isEqualTo(1);
    assertThat(IndexContents.of(index).origins())
        .containsExactly(one.toString(), parent(two).toString());
  }

  @Test
  void sourceThatIsNotThereKeepsItsArticles() throws IOException {
    Path one = parent(write("one/a.txt", "One headline\n\nAll about rain.\n"));
    Path two = parent(write("two/b.txt", "Two headline\n\nAll about snow.\n"));
    Path index = folder.resolve("index");
    index(index, false, one, two);
    Files.move(one, folder.resolve("elsewhere"));
    StringWriter err = new StringWriter();

    Indexing.Outcomes outcomes =
        new Indexing(index, List.of(), IndexingScope.Manner.USUAL, true)
            .run(new IndexingLog(new PrintWriter(err), Progress.Display.NONE));

    assertThat(outcomes.report().removed()).isZero();
    assertThat(err.toString()).contains("warning: " + one + " is missing");
    assertThat(IndexContents.of(index).articles()).hasSize(2);
  }

  @Test
  void forgottenSourceGoesWithItsArticles() throws IOException {
    Path one = parent(write("one/a.txt", "One headline\n\nAll about rain.\n"));
    Path two = parent(write("two/b.txt", "Two headline\n\nAll about snow.\n"));
    Path index = folder.resolve("index");
    index(index, false, one, two);
    Files.move(one, folder.resolve("elsewhere"));

    assertThat(Indexing.forget(index, one).report().removed()).isEqualTo(1);
    assertThat(IndexContents.of(index).origins()).containsExactly(two.toString());
    assertThat(IndexContents.of(index).articles()).hasSize(1);
    assertThatThrownBy(() -> Indexing.forget(index, one))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(two.toString());
    assertThat(Indexing.forget(index, two).report().removed()).isEqualTo(1);
    assertThat(IndexContents.of(index).articles()).isEmpty();
    assertThatThrownBy(() -> Indexing.forget(index, two)).hasMessageContaining("has no sources");
  }

  @Test
  void whatIsLeftOutIsRememberedAndGoesFromTheIndex() {
    Path corpus = parent(write("corpus/a.txt", "One headline\n\nAll about rain.\n"));
    write("corpus/b.text", "Two headline\n\nAll about snow.\n");
    Path index = folder.resolve("index");
    index(index, false, corpus);
    IndexingScope.Manner without = new IndexingScope.Manner("", List.of("*.text"), false);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Indexing excluding = new Indexing(index, List.of(), without, true);

    assertThat(excluding.run(new IndexingLog(nowhere, Progress.Display.NONE)).report().removed())
        .isEqualTo(1);
    write("corpus/c.text", "Three headline\n\nAll about hail.\n");
    assertThat(index(index, true).report().indexed()).isZero();
    assertThat(IndexContents.of(index).articles()).hasSize(1);
  }

  @Test
  void folderWithoutArticlesSaysWhyForEachKindOfFile() {
    Path corpus = parent(write("corpus/a.bib", "@article{rain, title = {It rained}}"));
    write("corpus/b.csv", "a,b\n1,2\n");
    write("corpus/c.csv", "a,b\n1,2\n");
    assertThatThrownBy(() -> index(folder.resolve("index"), false, corpus))
        .hasMessageContaining("2 × a table, but not of articles (.csv)")
        .hasMessageContaining("1 × a format that is not read yet: references in BibTeX (.bib)");
  }

  private static String line(String id, String title) {
    return "{\"id\": \"%s\", \"title\": \"%s\", \"text\": \"It fell.\"}\n".formatted(id, title);
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent());
  }

  private Path write(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(parent(file));
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> files(Path index) throws IOException {
    try (var files = Files.list(index)) {
      return files.sorted().toList();
    }
  }

  private static Indexing.Outcomes index(Path index, boolean isUpdate, Path... paths) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Indexing(index, List.of(paths), IndexingScope.Manner.USUAL, isUpdate)
        .run(new IndexingLog(nowhere, Progress.Display.NONE));
  }
}
