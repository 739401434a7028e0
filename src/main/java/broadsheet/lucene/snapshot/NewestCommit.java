package broadsheet.lucene.snapshot;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The newest commit in a folder in this program's format. Like Lucene's SearcherManager, but it
 * also follows an index that was deleted and rebuilt in the same place. Thread-safe.
 */
final class NewestCommit extends ReferenceManager<ReaderSnapshot> {

  private final Path folder;

  NewestCommit(Directory directory, Path folder) throws IOException {
    this.folder = folder;
    CommitFiles.verifySmall(directory);
    current = snapshot(opened(directory));
  }

  private DirectoryReader opened(Directory directory) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (RuntimeException | Error e) {
      throw unparsable(e);
    }
  }

  @Override
  protected @Nullable ReaderSnapshot refreshIfNeeded(ReaderSnapshot old) throws IOException {
    DirectoryReader newer = CommitFiles.newer(old.opened());
    return newer == null ? null : warmed(snapshot(newer), old);
  }

  /** Reads the data that the first search would otherwise wait for, if searches use it at all. */
  private ReaderSnapshot warmed(ReaderSnapshot snapshot, ReaderSnapshot old) throws IOException {
    try {
      snapshot.warmAs(old);
    } catch (IOException | RuntimeException | Error e) {
      snapshot.getIndexReader().close();
      throw e;
    }
    return snapshot;
  }

  private ReaderSnapshot snapshot(DirectoryReader reader) throws IOException {
    try {
      IndexFormat format = IndexFormat.of(reader.getIndexCommit().getUserData(), folder);
      ReaderSnapshot snapshot = new ReaderSnapshot(reader, format);
      snapshot.summary(); // read now, so that a damaged commit is not opened
      return snapshot;
    } catch (IOException | EngineException e) {
      reader.close();
      throw e;
    } catch (RuntimeException | Error e) {
      reader.close();
      throw unparsable(e);
    }
  }

  /** Lucene trusts data between checksums: damage there can make it throw anything. */
  private CorruptIndexException unparsable(Throwable e) {
    return new CorruptIndexException("it cannot be parsed", folder.toString(), e);
  }

  @Override
  protected void decRef(ReaderSnapshot snapshot) throws IOException {
    snapshot.getIndexReader().decRef();
  }

  @Override
  protected boolean tryIncRef(ReaderSnapshot snapshot) {
    return snapshot.getIndexReader().tryIncRef();
  }

  @Override
  protected int getRefCount(ReaderSnapshot snapshot) {
    return snapshot.getIndexReader().getRefCount();
  }
}
