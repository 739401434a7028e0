package broadsheet.cli;

import broadsheet.corpus.record.CorpusException;
import broadsheet.desk.DeskException;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.indexing.SemanticPart;
import broadsheet.indexing.SourceLostException;
import broadsheet.path.PathName;
import broadsheet.web.corpus.FolderIndexing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Adds folders to the index of this process's server, on a thread of its own. It reads a folder as
 * {@code index --update FOLDER} does, so it removes no article but those that are gone from it.
 */
final class ServerIndexing implements FolderIndexing {

  private final Path index;
  private State state = new State("", Phase.IDLE, new StringWriter());

  ServerIndexing(Path index) {
    this.index = index;
  }

  /**
   * The newest indexing.
   *
   * @param folder empty if there was none
   * @param printed grows while it runs
   */
  private record State(String folder, Phase phase, StringWriter printed) {
    State ended(Phase end) {
      return new State(folder, end, printed);
    }
  }

  @Override
  public synchronized Report report() {
    return new Report(state.folder(), state.phase(), state.printed().toString().lines().toList());
  }

  @Override
  public synchronized boolean begin(Path folder) {
    if (state.phase() == Phase.RUNNING) {
      return false;
    }
    state = new State(PathName.of(folder), Phase.RUNNING, new StringWriter());
    PrintWriter lines = new PrintWriter(state.printed(), true);
    Thread.ofPlatform().daemon().name("index-folder").start(() -> end(read(folder, lines)));
    return true;
  }

  private synchronized void end(Phase phase) {
    state = state.ended(phase);
  }

  private Phase read(Path folder, PrintWriter lines) {
    try {
      Indexing.Outcomes outcomes =
          new Indexing(index, List.of(folder), IndexingScope.Manner.USUAL, true)
              .run(new IndexingLog(lines, Progress.Display.LINES));
      new SemanticPart(index, lines)
          .updateIfThere(true)
          .ifPresent(report -> lines.println(SemanticPart.line(report)));
      Engines.open(index).tidy();
      lines.println(outcomes.line());
      return Phase.DONE;
    } catch (CorpusException | EngineException | DeskException | SourceLostException e) {
      lines.println(e.getMessage());
    } catch (RuntimeException | Error e) {
      lines.println("unexpected error: " + e);
    }
    return Phase.FAILED;
  }
}
