package broadsheet.indexing;

import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Ledger;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexingReport;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.ReadParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Reads an archive in parts, each by a process of its own, on this machine or others.
 *
 * @param whole the indexing of the whole archive
 * @param part the part to read
 */
public record PartIndexing(Indexing whole, ArchivePart part) {

  /** Reads the part, or goes on where an earlier process was killed. */
  public Indexing.Outcomes run(IndexingLog log) {
    long startedAt = System.nanoTime();
    Ledger ledger = new Ledger();
    IndexingScope scope = whole.rebuilt();
    Engine engine = Engines.open(whole.index());
    try (IndexingSession session = engine.part(part, scope.sources(), whole.names())) {
      whole.read(scope, new Updating(session, part::holds), ledger, log);
      Indexing.removeUnseen(scope, session);
      IndexingReport report = session.commit(scope.sources());
      session.rejected().forEach((id, reason) -> Indexing.remarkRejected(ledger, id, reason));
      log.ledger(ledger);
      return new Indexing.Outcomes(report, ledger.totals(), since(startedAt));
    }
  }

  private static Duration since(long startedAt) {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /**
   * Builds an index from all parts that were read for it.
   *
   * @param index the index folder
   * @param mayLose whether sources may lose most of their articles
   * @throws SourceLostException if a source would lose most of its articles
   */
  public static Indexing.Outcomes join(Path index, boolean mayLose) {
    long startedAt = System.nanoTime();
    Indexing whole =
        new Indexing(index, List.of(), IndexingScope.Manner.USUAL, false).losing(mayLose);
    Engine engine = Engines.open(index);
    ReadParts parts = engine.parts();
    if (parts.totals().indexed() == 0) {
      throw new CorpusException("No articles were found in any part; the index is unchanged.");
    }
    try (IndexingSession session = engine.join()) {
      IndexingScope scope = new IndexingScope(parts.sources(), List.of(), List.of());
      whole.requireSources(session.losses(), scope);
      IndexingReport report = session.commit(parts.sources());
      WithdrawnHeadlines.remove(index);
      return new Indexing.Outcomes(report, parts.totals(), since(startedAt));
    }
  }
}
