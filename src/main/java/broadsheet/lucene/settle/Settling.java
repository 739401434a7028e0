package broadsheet.lucene.settle;

import broadsheet.engine.ArchivePart;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.ReadParts;
import broadsheet.engine.StandingAlerts;
import broadsheet.engine.WriteLock;
import broadsheet.ledger.Source;
import broadsheet.lucene.alert.StandingSearches;
import broadsheet.lucene.index.ArchiveParts;
import broadsheet.lucene.index.ArticleForm;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.lucene.index.PartSession;
import broadsheet.lucene.index.PartState;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts the sessions that settle an archive on this machine, in a {@link WorkingCopy}. No text is
 * analysed in it: that is for the shards. Immutable.
 *
 * @param place the folder of the archive on this machine
 */
public record Settling(Path place) {

  /** The folder of the working copy. */
  public Path copy() {
    return place.resolve("copy");
  }

  /** The working copy, which all machines share through a store. */
  public SharedFolder shared(FileStore store) {
    return new SharedFolder("copy", copy(), store);
  }

  /**
   * Keeps other processes on this machine from writing the archive.
   *
   * @throws EngineException when one does, or the folder cannot be written
   */
  public WriteLock lock() {
    return LuceneIndexingSession.lock(place);
  }

  /** Starts to build a new working copy in the place of the one that there may be. */
  public IndexingSession rebuild(StandingAlerts alerts, NameMode names) {
    return LuceneIndexingSession.open(copy(), ArticleForm.SETTLED, alerts.copy(), names);
  }

  /**
   * Starts to update the working copy.
   *
   * @throws EngineException when there is none, or it cannot be read
   */
  public IndexingSession update(StandingAlerts alerts, NameMode names) {
    return LuceneIndexingSession.update(
        copy(), ArticleForm.SETTLED, new StandingSearches(alerts), names);
  }

  /** Starts to read a part of the archive, or goes on with it. */
  public IndexingSession part(ArchivePart part, List<Source> sources, NameMode names) {
    return PartSession.open(
        ArchiveParts.folder(place, part),
        ArticleForm.SETTLED,
        new PartState.Task(part, sources),
        names);
  }

  /**
   * All parts that were read.
   *
   * @throws EngineException when some are missing, not finished or do not belong together
   */
  public ReadParts parts() {
    return ArchiveParts.in(place).summary();
  }

  /** Starts to build a new working copy from all parts. */
  public IndexingSession join(StandingAlerts alerts) {
    return LuceneIndexingSession.join(
        copy(), ArticleForm.SETTLED, alerts.copy(), ArchiveParts.in(place));
  }
}
