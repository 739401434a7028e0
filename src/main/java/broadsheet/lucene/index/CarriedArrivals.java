package broadsheet.lucene.index;

import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Takes what came in for saved searches from the index that a rebuild replaces into the new one.
 */
final class CarriedArrivals {

  private final IndexReader reader;
  private final LiveTerms live;

  private CarriedArrivals(IndexReader reader) {
    this.reader = reader;
    this.live = new LiveTerms(reader);
  }

  /**
   * Adds them to what the writer has; those whose article is no longer there are left behind, and
   * all of them where the old index cannot be read.
   *
   * @param directory where the writer has not committed yet
   */
  static void carry(Directory directory, IndexWriter writer) throws IOException {
    List<ArrivalDocument> old = old(directory);
    if (old.isEmpty()) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      CarriedArrivals carried = new CarriedArrivals(reader);
      for (ArrivalDocument arrival : old) {
        Optional<ArrivalDocument> there = carried.there(arrival);
        if (there.isPresent()) {
          writer.updateDocument(there.get().key(), there.get().document());
        }
      }
    }
  }

  /** A rebuild mends a damaged index: whatever fails in reading it must not stop that. */
  private static List<ArrivalDocument> old(Directory directory) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      List<ArrivalDocument> arrivals = new ArrayList<>();
      new LiveTerms(reader)
          .eachWithPrefix(
              ArrivalDocument.SEARCH,
              "",
              (search, documents) -> {
                for (int document : documents) {
                  arrivals.add(ArrivalDocument.of(reader.storedFields().document(document)));
                }
              });
      return arrivals;
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  /** The same of the article as it is now: if not by its words, by its id. */
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
