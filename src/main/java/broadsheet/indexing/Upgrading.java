package broadsheet.indexing;

import broadsheet.corpus.RevisedReaders;
import broadsheet.corpus.format.Readers;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.Vectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an index of this program's format from the articles of one of an earlier release. The files
 * that it was made from are not needed, and searches use the old index until the new one is whole.
 *
 * @param index the index folder
 * @param err the writer for progress
 */
public record Upgrading(Path index, PrintWriter err) {

  /**
   * The result of an upgrade.
   *
   * @param articles the number of articles that are found in the new index
   * @param vectors what was done about vectors; empty if there are none or no model is there
   * @param revised the number of files that an update would read again, by their format, which is
   *     {@link Readers#NONE} for those that had no reader
   */
  public record Outcome(
      long articles, Duration took, Optional<Vectors.Report> vectors, Map<String, Long> revised) {}

  /** Whether there is an index of this program's format already. */
  public boolean isDone() {
    return Engines.open(index).isCurrent();
  }

  /**
   * Upgrades the index.
   *
   * @throws broadsheet.engine.EngineException if there is none, it cannot be read or upgraded, or
   *     another process is writing it
   */
  public Outcome run() {
    long startedAt = System.nanoTime();
    RevisedReaders readers = RevisedReaders.ofProgram();
    Engine engine = Engines.open(index);
    RoomCheck.requireForUpgrade(engine, err);
    IndexingReport report;
    TimedProgress progress = new TimedProgress(err, "took over");
    try (IndexingSession session = engine.upgrade(readers::see, progress)) {
      report = session.commit(session.sources());
    }
    Optional<Vectors.Report> vectors = new SemanticPart(index, err).updateIfThere(true);
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    long shown = report.indexed() - report.superseded();
    return new Outcome(shown, took, vectors, readers.files());
  }
}
