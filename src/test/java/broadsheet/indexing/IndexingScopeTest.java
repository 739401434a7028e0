package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.corpus.record.CorpusException;
import broadsheet.indexing.IndexingScope.Manner;
import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingScopeTest {

  @TempDir private Path folder;

  @Test
  void rootInsideAnotherIsReadOnce() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("a"));
    IndexingScope scope =
        IndexingScope.rebuild(List.of(inner, folder, folder, inner), Manner.USUAL);
    assertThat(scope.sources()).extracting(Source::path).containsExactly(folder.toString());
    assertThat(scope.parts()).hasSize(1);
  }

  @Test
  void missingRootIsAnErrorThatSaysWhatToDo() {
    List<Path> roots = List.of(folder.resolve("none"));
    assertThatThrownBy(() -> IndexingScope.rebuild(roots, Manner.USUAL))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("none")
        .hasMessageContaining("give one");
  }

  private Source source(String name) throws IOException {
    return new Source(Files.createDirectories(folder.resolve(name)).toString(), "");
  }

  @Test
  void pathInsideAnotherIsUpdatedWithIt() throws IOException {
    Source known = source("a");
    Path inner = Files.createDirectories(folder.resolve("a/b/c"));
    Path outer = folder.resolve("a/b");
    for (List<Path> paths : List.of(List.of(inner, outer), List.of(outer, inner))) {
      IndexingScope scope = IndexingScope.update(List.of(known), paths, Manner.USUAL);
      assertThat(scope.sources()).containsExactly(known);
      assertThat(scope.parts()).containsExactly(new IndexingScope.Part(known, outer));
    }
  }

  @Test
  void pathsBesideEachOtherAreBothUpdated() throws IOException {
    Source known = source("a");
    Path one = Files.createDirectories(folder.resolve("a/one"));
    Path two = Files.createDirectories(folder.resolve("a/one-more"));
    IndexingScope scope = IndexingScope.update(List.of(known), List.of(one, two), Manner.USUAL);
    assertThat(scope.parts()).extracting(IndexingScope.Part::path).containsExactly(one, two);
  }

  @Test
  void sourceThatIsNotThereIsNotUpdatedByName() throws IOException {
    Source known = source("a");
    Path path = Path.of(known.path());
    Files.delete(path);
    assertThatThrownBy(() -> IndexingScope.update(List.of(known), List.of(path), Manner.USUAL))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("No file or folder " + path);
    IndexingScope all = IndexingScope.update(List.of(known), List.of(), Manner.USUAL);
    assertThat(all.missing()).containsExactly(known);
    assertThat(all.parts()).isEmpty();
    assertThat(all.sources()).containsExactly(known);
  }

  /** A file that is gone from a source must be removed from the index. */
  @Test
  void pathThatIsGoneInsideASourceIsUpdated() throws IOException {
    Source known = source("a");
    Path gone = folder.resolve("a/gone.txt");
    IndexingScope scope = IndexingScope.update(List.of(known), List.of(gone), Manner.USUAL);
    IndexingScope.Part part = new IndexingScope.Part(known, gone);
    assertThat(scope.parts()).containsExactly(part);
    assertThat(IndexingScope.isThere(part)).isFalse();
    Files.createFile(gone);
    assertThat(IndexingScope.isThere(part)).isTrue();
  }

  @Test
  void exclusionsAreOfAWholeSource() throws IOException {
    Source known = source("a");
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Manner manner = new Manner("", List.of("*.bak"), false);
    assertThatThrownBy(() -> IndexingScope.update(List.of(known), List.of(inner), manner))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("give it with " + known.path());
    Path whole = Path.of(known.path());
    assertThat(IndexingScope.update(List.of(known), List.of(whole), manner).sources())
        .containsExactly(new Source(known.path(), "", List.of("*.bak"), false, ""));
  }

  @Test
  void pathThatTheLocaleCannotReadIsSaidToBeSo() {
    List<Path> lost = List.of(PathName.toPath("/news/caf\uFFFD"));
    assertThatThrownBy(() -> IndexingScope.rebuild(lost, Manner.USUAL))
        .hasMessage(
            "No file or folder /news/caf\uFFFD: the locale cannot read its name. Give the folder"
                + " above it, or set LC_ALL=C.UTF-8");
  }
}
