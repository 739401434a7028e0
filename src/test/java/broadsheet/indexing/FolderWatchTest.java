package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ledger.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private Set<Path> changes(FolderWatch watch, String... names)
      throws IOException, InterruptedException {
    for (String name : names) {
      Files.writeString(folder.resolve(name), "Bridge opens\n");
    }
    return watch.changes(PATIENCE);
  }

  @Test
  void hiddenFilesBackupsAndPartialFilesAreNoChanges() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    try (FolderWatch watch = new FolderWatch()) {
      watch.watch(List.of(new Source(folder.toString(), "")));
      Set<Path> changed =
          changes(watch, ".git/note.txt", ".a.txt.x1Yz", "a.txt~", "b.part", "c.txt");
      assertThat(changed).containsExactly(folder.resolve("c.txt"));
    }
  }

  @Test
  void newGlobsConcernTheWholeFolder() throws Exception {
    try (FolderWatch watch = new FolderWatch()) {
      watch.watch(List.of(new Source(folder.toString(), "")));
      assertThat(changes(watch, ".broadsheetignore")).containsExactly(folder);
    }
  }
}
