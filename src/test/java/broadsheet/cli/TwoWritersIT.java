package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.engine.NameMode;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that try to write the same index. */
class TwoWritersIT {

  @TempDir private Path folder;

  @Test
  void secondIsToldToWaitAndHarmsNothing() throws Exception {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(folder), NameMode.AS_IS)) {
      session.add(TestIndex.article("first", "One paragraph."));
      Program.Ended second = Program.run("index", "seeds", "--index", folder.toString());
      second.assertRefused();
      assertThat(second.err()).contains("Another process is writing", folder.toString());
      session.commit(List.of());
    }
    Program.Ended shown = Program.run("show", "first", "--index", folder.toString());
    assertThat(shown.out()).contains("One paragraph.");
    assertThat(Program.run("index", "seeds", "--index", folder.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
  }
}
