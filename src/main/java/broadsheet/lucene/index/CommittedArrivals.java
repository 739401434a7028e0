package broadsheet.lucene.index;

import broadsheet.lucene.schema.ArrivalDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/** Reads the arrivals of the newest commit. */
final class CommittedArrivals {

  private CommittedArrivals() {}

  /** All arrivals, by search and time. */
  static List<ArrivalDocument> read(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return read(reader);
    }
  }

  /**
   * All arrivals, after verifying the checksums of the segments that hold them.
   *
   * @throws IOException where a checksum is wrong, or there is no commit
   */
  static List<ArrivalDocument> readVerified(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader().terms(ArrivalDocument.SEARCH) != null) {
          leaf.reader().checkIntegrity();
        }
      }
      return read(reader);
    }
  }

  private static List<ArrivalDocument> read(DirectoryReader reader) throws IOException {
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
    arrivals.sort(
        Comparator.comparing(ArrivalDocument::search).thenComparingLong(ArrivalDocument::micros));
    return arrivals;
  }
}
