package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.corpus.record.CorpusException;
import broadsheet.indexing.IndexingScope.Manner;
import broadsheet.ledger.Source;
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
}
