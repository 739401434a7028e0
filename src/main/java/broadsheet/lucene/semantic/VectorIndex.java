package broadsheet.lucene.semantic;

import broadsheet.engine.EngineException;
import broadsheet.engine.IndexDamagedException;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The passages of an index on disk that one model embedded. Opened at first use; a newer commit is
 * seen within half a second. Thread-safe.
 */
public final class VectorIndex implements AutoCloseable {

  private final Path index;
  private final String model;
  private @Nullable NewestPassages newest;

  /**
   * Opens nothing yet.
   *
   * @param index the folder of the main index
   * @param model the name of the model
   */
  public VectorIndex(Path index, String model) {
    this.index = index;
    this.model = model;
  }

  /** The names of the models that embedded passages of an index. Cheap. */
  public static Set<String> models(Path index) {
    return SemanticFormat.models(index);
  }

  /**
   * Verifies every byte of all passages of an index.
   *
   * @param index the folder of the main index
   * @return the number of passages; 0 if there are none
   * @throws EngineException when they are damaged or cannot be read
   */
  public static long check(Path index) {
    long passages = 0;
    for (String model : models(index)) {
      try (VectorIndex vectors = new VectorIndex(index, model)) {
        passages += vectors.check();
      } catch (UnreadableVectorsException e) {
        throw UnreadableIndex.isDamage(e.getCause())
            ? new IndexDamagedException(String.valueOf(e.getMessage()), e)
            : e;
      }
    }
    return passages;
  }

  /**
   * Describes the model and the passages, see {@link SemanticFormat#description}; empty where there
   * are no passages yet.
   *
   * @throws EngineException when they cannot be read
   */
  public Optional<String> description() {
    return read(passages -> SemanticFormat.modelOf(passages.commitData()));
  }

  private long check() {
    try (Directory directory = FSDirectory.open(folder())) {
      if (!DirectoryReader.indexExists(directory)) {
        return 0; // the process that was creating them was killed before its first commit
      }
      CommitFiles.verifyAll(directory);
      return read(passages -> passages.reader().numDocs()).orElse(0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Path folder() {
    return SemanticFormat.folder(index, model);
  }

  /**
   * The passages nearest to a query in meaning, nearest first.
   *
   * @param search what to find
   * @param articles the state of the main index to search
   * @param allowed the articles that may be found; null for any
   * @param timeout ends the search; what was found by then is returned
   * @throws UnreadableVectorsException when they cannot be read
   */
  public List<NearPassage> nearest(
      PassageSearch search, IndexReader articles, @Nullable Bits allowed, QueryTimeout timeout) {
    return read(passages -> {
          int[] owners = passages.owners(articles);
          Bits any = allowed == null ? new Bits.MatchAllBits(articles.maxDoc()) : allowed;
          Query filter =
              allowed == null && isAllOwned(owners) ? null : AllowedPassages.of(owners, any);
          return search.in(passages.reader(), filter, timeout);
        })
        .orElse(List.of());
  }

  private static boolean isAllOwned(int[] owners) {
    for (int owner : owners) {
      if (owner < 0) {
        return false;
      }
    }
    return true;
  }

  /** An operation on one committed state. */
  private interface Work<T> {
    T with(Passages passages) throws IOException;
  }

  /** Runs an operation on the newest state; empty where there are no passages. */
  private <T> Optional<T> read(Work<T> work) {
    try {
      Optional<NewestPassages> opened = newest();
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      opened.get().refreshIfOld();
      Passages passages = opened.get().acquire();
      try {
        return Optional.of(work.with(passages));
      } finally {
        opened.get().release(passages);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private EngineException unreadable(IOException cause) {
    return new UnreadableVectorsException(
        "The vectors of the index in %s cannot be read (%s). Delete %s, then create them again: ./broadsheet index --update --semantic --index %s"
            .formatted(
                PathName.of(index),
                UnreadableIndex.reason(cause),
                PathName.of(folder()),
                PathName.quoted(index)),
        cause);
  }

  private synchronized Optional<NewestPassages> newest() throws IOException {
    if (newest == null && Files.isDirectory(folder())) {
      newest = NewestPassages.open(folder()).orElse(null);
    }
    return Optional.ofNullable(newest);
  }

  @Override
  public synchronized void close() {
    if (newest != null) {
      try {
        newest.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
