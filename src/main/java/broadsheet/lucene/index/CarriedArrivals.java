package broadsheet.lucene.index;

import broadsheet.engine.ArrivalCopy;
import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LatestVersions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** Carries arrivals over from the index that a rebuild replaces to the new one. */
final class CarriedArrivals {

  private final IndexReader reader;
  private final LiveTerms live;

  private CarriedArrivals(IndexReader reader) {
    this.reader = reader;
    this.live = new LiveTerms(reader);
  }

  /**
   * Checks, before a rebuild begins, that arrivals can be carried over.
   *
   * @throws EngineException when some are expected, and neither the old index nor the copy can be
   *     read
   */
  static void require(Directory directory, Path folder, ArrivalCopy copy) throws IOException {
    old(directory, folder, copy);
  }

  /**
   * Adds the old arrivals to the new index, except those whose article no longer exists.
   *
   * @param directory the directory of the index, in which the writer has not committed yet
   */
  static void carry(Directory directory, Path folder, IndexWriter writer, ArrivalCopy copy)
      throws IOException {
    List<ArrivalDocument> old = old(directory, folder, copy);
    if (old.isEmpty()) {
      return;
    }
    try (DirectoryReader reader = LatestVersions.of(DirectoryReader.open(writer))) {
      CarriedArrivals carried = new CarriedArrivals(reader);
      for (ArrivalDocument arrival : old) {
        Optional<ArrivalDocument> there = carried.there(arrival);
        if (there.isPresent()) {
          writer.updateDocument(there.get().key(), there.get().document());
        }
      }
    }
  }

  /** The arrivals of the old index or, if there is none or it cannot be read, of the copy. */
  private static List<ArrivalDocument> old(Directory directory, Path folder, ArrivalCopy copy)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return ofCopy(copy).orElse(List.of());
    }
    try {
      return CommittedArrivals.readVerified(directory);
    } catch (IOException | RuntimeException | InternalError e) {
      // A rebuild mends a damaged index, and damage can make Lucene throw anything.
      return ofCopy(copy).orElseGet(() -> noneIfNotExpected(folder, copy, e));
    }
  }

  private static Optional<List<ArrivalDocument>> ofCopy(ArrivalCopy copy) {
    return copy.read().map(all -> all.stream().map(ArrivalDocument::of).toList());
  }

  private static List<ArrivalDocument> noneIfNotExpected(
      Path folder, ArrivalCopy copy, Throwable cause) {
    if (copy.isExpected()) {
      throw new EngineException(
          "The matches kept for saved searches would be lost: the index in %s cannot be read, and there is no copy. Nothing was changed. To continue without them: --forget-arrivals"
              .formatted(folder),
          cause);
    }
    return List.of();
  }

  /** The arrival with its article as it is now, found by fingerprint or else by id. */
  private Optional<ArrivalDocument> there(ArrivalDocument arrival) throws IOException {
    if (isThere(arrival.fingerprint())) {
      return Optional.of(arrival);
    }
    List<Integer> changed = live.documents(IndexSchema.ID, arrival.article());
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(arrival.of(Rewriting.read(reader, changed.getFirst())));
  }

  private boolean isThere(BytesRef fingerprint) throws IOException {
    return !live.documents(IndexSchema.FINGERPRINT, fingerprint, 1).isEmpty();
  }
}
