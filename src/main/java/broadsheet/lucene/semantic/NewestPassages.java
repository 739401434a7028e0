package broadsheet.lucene.semantic;

import broadsheet.lucene.schema.CommitFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** The newest commit of the passages. Thread-safe. */
final class NewestPassages extends ReferenceManager<Passages> {

  private static final long OLD_NANOS = 500_000_000;

  private final Directory directory;
  private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());

  private NewestPassages(Directory directory) throws IOException {
    this.directory = directory;
    CommitFiles.verifySmall(directory);
    current = new Passages(DirectoryReader.open(directory));
  }

  /** Opens it; empty when there is no commit yet. */
  static Optional<NewestPassages> open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      if (DirectoryReader.indexExists(directory)) {
        return Optional.of(new NewestPassages(directory));
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
    directory.close();
    return Optional.empty();
  }

  /** Looks for a newer commit, unless it has just done so. */
  void refreshIfOld() throws IOException {
    long last = lookedAt.get();
    long now = System.nanoTime();
    if (now - last > OLD_NANOS && lookedAt.compareAndSet(last, now)) {
      maybeRefresh();
    }
  }

  @Override
  protected @Nullable Passages refreshIfNeeded(Passages old) throws IOException {
    DirectoryReader newer = CommitFiles.newer(old.reader());
    return newer == null ? null : new Passages(newer);
  }

  @Override
  protected void decRef(Passages passages) throws IOException {
    passages.reader().decRef();
  }

  @Override
  protected boolean tryIncRef(Passages passages) {
    return passages.reader().tryIncRef();
  }

  @Override
  protected int getRefCount(Passages passages) {
    return passages.reader().getRefCount();
  }

  @Override
  protected void afterClose() throws IOException {
    directory.close();
  }
}
