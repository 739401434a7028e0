package broadsheet.lucene.snapshot;

import broadsheet.lucene.IndexCheck;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether an index can be searched: whether the files of its newest commit exist with intact
 * headers and footers, whether an article can be found and read, and whether a search has failed
 * recently. Checks at most every two seconds. Damage in the middle of a file shows when a search
 * meets it, and counts from then on; {@link IndexCheck} finds all damage, but reads everything.
 * Thread-safe.
 */
final class IndexHealth implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexHealth.class);

  private static final String DAMAGED =
      "Files of the index are damaged: ./broadsheet check names them, ./broadsheet index PATH"
          + " rebuilds the index.";

  private static final Duration FRESH = Duration.ofSeconds(2);

  /** The time for which the index counts as unhealthy after a failed search. */
  private static final Duration SHADOW = Duration.ofSeconds(30);

  private final Directory directory;
  private final Verification verification = new Verification();
  private Optional<String> fault = Optional.empty();
  private long lookedAt = System.nanoTime() - FRESH.toNanos();
  private volatile long failedAt = System.nanoTime() - SHADOW.toNanos();

  IndexHealth(Directory directory) {
    this.directory = directory;
  }

  /**
   * Records that a search failed on a state of the index.
   *
   * @return the damage in that state; empty if there is none
   * @throws TimeoutException when that is not known soon enough
   */
  Optional<IOException> failed(ReaderSnapshot snapshot) throws TimeoutException {
    return verification.damage(snapshot.opened());
  }

  /** Records that a search could not read the index. */
  void unread() {
    failedAt = System.nanoTime();
  }

  /**
   * The reason why searches fail, in a sentence; empty if they work.
   *
   * @param snapshot the state that is searched
   */
  synchronized Optional<String> fault(ReaderSnapshot snapshot) {
    if (System.nanoTime() - lookedAt >= FRESH.toNanos()) {
      Optional<String> found = look(snapshot);
      if (!found.equals(fault)) {
        log(found);
      }
      fault = found;
      lookedAt = System.nanoTime();
    }
    return fault;
  }

  /** Logs the state of the index. The caller logs the failure of its own search. */
  private static void log(Optional<String> found) {
    if (!found.equals(Optional.of(DAMAGED))) {
      LOG.warn("{}", found.orElse("The index can be searched again."));
    }
  }

  private Optional<String> look(ReaderSnapshot snapshot) {
    if (verification.isDamaged(snapshot.opened())) {
      return Optional.of(DAMAGED);
    }
    if (System.nanoTime() - failedAt < SHADOW.toNanos()) {
      return Optional.of(
          "A search could not read the index less than %s seconds ago."
              .formatted(SHADOW.toSeconds()));
    }
    try {
      lookAtFiles();
      readOneArticle(snapshot);
      return Optional.empty();
    } catch (IndexNotFoundException e) {
      return Optional.of("The files of the index are gone.");
    } catch (IOException | RuntimeException | AssertionError | VirtualMachineError e) {
      // Damage may also be a stored length of two gigabytes, or of less than nothing.
      LOG.debug("The index does not look well", e);
      return Optional.of("Files of the index are missing or damaged.");
    }
  }

  /** Checks the files of the newest commit, or of a newer one that appears meanwhile. */
  private void lookAtFiles() throws IOException {
    new SegmentInfos.FindSegmentsFile<Boolean>(directory) {
      @Override
      protected Boolean doBody(String segments) throws IOException {
        for (String file : SegmentInfos.readCommit(directory, segments).files(true)) {
          lookAt(file);
        }
        return true;
      }
    }.run();
  }

  /** Each Lucene file begins with a magic number and ends with a checksum. */
  private void lookAt(String file) throws IOException {
    try (IndexInput input = directory.openInput(file, IOContext.DEFAULT)) {
      CodecUtil.retrieveChecksum(input);
      input.seek(0);
      if (CodecUtil.readBEInt(input) != CodecUtil.CODEC_MAGIC) {
        throw new CorruptIndexException("the file does not begin as it should", input);
      }
    }
  }

  private static void readOneArticle(ReaderSnapshot snapshot) throws IOException {
    TopDocs any = snapshot.search(IndexSchema.articles(), 1);
    if (any.scoreDocs.length > 0) {
      snapshot.storedFields().document(any.scoreDocs[0].doc);
    }
  }

  @Override
  public void close() {
    verification.close();
  }
}
