package broadsheet.lucene.staging;

import broadsheet.engine.ArchivePart;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.ReadParts;
import broadsheet.engine.WriteLock;
import broadsheet.files.WholeFile;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.index.ArticleForm;
import broadsheet.lucene.index.FilledSession;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.lucene.index.PartState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Starts the sessions that deduplicate and resolve an archive on this machine, in a {@link
 * WorkingCopy}. No text is analysed in it: that is for the shards. Its files are kept in a store,
 * and those with texts in that alone, so that any machine can go on with it. Immutable.
 *
 * @param place the folder of the archive on this machine
 */
public record Settling(Path place, FileStore store) {

  /** The folder of the working copy. */
  public Path copy() {
    return place.resolve("copy");
  }

  /** The working copy, which all machines share. */
  public SharedFolder shared() {
    return new SharedFolder(copy(), store);
  }

  private IndexFolder folder() {
    return new IndexFolder(
        copy(), ArticleForm.SETTLED, folder -> SparseDirectory.open(folder, store));
  }

  private SharedParts shares() {
    return new SharedParts(place, store);
  }

  /**
   * Opens the newest commit of the working copy on this machine.
   *
   * @throws EngineException when there is none, or it cannot be read
   */
  public WorkingCopy open() {
    return shared().newest();
  }

  /** Whether there is a working copy, here or in the store. */
  public boolean hasCopy() {
    return shared().isThere();
  }

  /**
   * Keeps other processes on this machine from writing the archive.
   *
   * @throws EngineException when one does, or the folder cannot be written
   */
  public WriteLock lock() {
    return IndexFolder.lock(place);
  }

  /**
   * The name of the folder among those that write the archive, which it keeps.
   *
   * @throws EngineException when it cannot be written
   */
  public String holder() {
    Path file = place.resolve("holder");
    try {
      if (!Files.isRegularFile(file)) {
        WholeFile.replace(file, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new EngineException("%s cannot be kept: %s".formatted(file, WholeFile.reason(e)), e);
    }
  }

  /** Starts to build a new working copy in the place of the one that there may be. */
  public IndexingSession rebuild(NameMode names) {
    shared().supersede();
    return LuceneIndexingSession.open(folder(), names);
  }

  /**
   * Starts to update the working copy, which is fetched if another machine has changed it.
   *
   * @throws EngineException when there is none, or it cannot be read
   */
  public IndexingSession update(NameMode names) {
    shared().takeOver();
    return LuceneIndexingSession.update(folder(), names);
  }

  /**
   * Merges the segments of the working copy if the shards hold all of it.
   *
   * @throws EngineException when there is none, or it cannot be read
   */
  public void tidy() {
    SharedFolder shared = shared();
    shared.takeOver();
    WorkingCopy.tidy(shared, () -> folder().tidy());
    shared.keep();
  }

  /**
   * Starts to read a part of the archive, or goes on with it. Once it is read, it is kept for the
   * machine that joins all parts.
   */
  public IndexingSession part(ArchivePart part, List<Source> sources, NameMode names) {
    return shares().read(new PartState.Task(part, sources), names);
  }

  /**
   * All parts that were read, by whichever machine.
   *
   * @throws EngineException when some are missing, not finished or do not belong together
   */
  public ReadParts parts() {
    shares().fetch();
    return shares().all().summary();
  }

  /**
   * Starts to build a new working copy from all parts.
   *
   * @throws EngineException as {@link #parts} does
   */
  public IndexingSession join() {
    shares().fetch();
    shared().supersede();
    return FilledSession.join(folder(), shares().all());
  }

  /**
   * Starts to build a new working copy from the articles of the one that there is.
   *
   * @throws EngineException when there is none, or it cannot be read or upgraded
   */
  public IndexingSession upgrade(Consumer<FileRecord> files, ArticleProgress progress) {
    shared().supersede();
    return FilledSession.upgrade(folder(), files, progress);
  }

  /**
   * A session that also removes all parts from the store once the archive has them.
   *
   * @param session begun by {@link #join}
   */
  public IndexingSession removingParts(IndexingSession session) {
    return new FollowedSession(session, shares()::remove);
  }
}
