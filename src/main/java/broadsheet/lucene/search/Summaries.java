package broadsheet.lucene.search;

import broadsheet.engine.FacetField;
import broadsheet.engine.IndexSummary;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.jspecify.annotations.Nullable;

/** Tells what an index holds. Stateless. */
final class Summaries {
  private Summaries() {}

  /** Of a commit whose files are still there: they may be gone once a newer one has come. */
  static IndexSummary of(ReaderSnapshot snapshot, IndexCommit commit, IndexFormat format)
      throws IOException {
    IndexReader reader = snapshot.getIndexReader();
    return new IndexSummary(
        reader.numDocs(),
        reader.numDocs() - PointValues.getDocCount(reader, IndexSchema.FIRST_DAY),
        day(PointValues.getMinPackedValue(reader, IndexSchema.FIRST_DAY)),
        day(PointValues.getMaxPackedValue(reader, IndexSchema.LAST_DAY)),
        FacetCounter.countAll(snapshot, FacetField.SOURCE),
        format.origins(),
        size(commit),
        format.version(),
        format.builtAt());
  }

  private static Optional<LocalDate> day(byte @Nullable [] packed) {
    return packed == null
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(IntPoint.decodeDimension(packed, 0)));
  }

  private static long size(IndexCommit commit) throws IOException {
    long size = 0;
    for (String file : commit.getFileNames()) {
      size += commit.getDirectory().fileLength(file);
    }
    return size;
  }
}
