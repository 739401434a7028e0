package broadsheet.lucene.snapshot;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;

/** Summarizes an index. Stateless. */
final class Summaries {
  private Summaries() {}

  /** The summary of a state. Files of a commit may be deleted once there is a newer one. */
  static IndexSummary of(ReaderSnapshot snapshot, List<IndexCommit> commits, IndexFormat format)
      throws IOException {
    long articles = LiveCounts.countWith(IndexSchema.WORDS, snapshot.getLeafContexts());
    return new IndexSummary(
        articles,
        articles - LiveCounts.countWith(IndexSchema.FIRST_DAY, snapshot.getLeafContexts()),
        outermost(snapshot, IndexSchema.FIRST_DAY, false),
        outermost(snapshot, IndexSchema.LAST_DAY, true),
        FacetCounter.countAll(snapshot, FacetField.SOURCE, SearchResults.MAX_FACET_VALUES),
        LiveSums.of(IndexSchema.COPIES, snapshot.getIndexReader()),
        snapshot.of(VersionScope.ALL).count(new FieldExistsQuery(IndexSchema.SUPERSEDED)),
        format.sources(),
        size(commits),
        format.version(),
        format.builtAt());
  }

  /** The first or last day any article has in a field; empty when none has one. */
  private static Optional<LocalDate> outermost(
      ReaderSnapshot snapshot, String field, boolean isLast) throws IOException {
    OptionalInt stated = stated(snapshot.getLeafContexts(), field, isLast);
    boolean isLive =
        stated.isPresent() && snapshot.count(IntField.newExactQuery(field, stated.getAsInt())) > 0;
    if (isLive) {
      return Optional.of(LocalDate.ofEpochDay(stated.getAsInt()));
    }
    Sort sort = new Sort(new SortedNumericSortField(field, SortField.Type.INT, isLast));
    TopDocs found = snapshot.search(new FieldExistsQuery(field), 1, sort);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    Object day = ((FieldDoc) found.scoreDocs[0]).fields[0];
    return Optional.of(LocalDate.ofEpochDay((Integer) day));
  }

  /** The first or last day in any segment, deleted articles included. */
  private static OptionalInt stated(List<LeafReaderContext> segments, String field, boolean isLast)
      throws IOException {
    OptionalInt outermost = OptionalInt.empty();
    for (LeafReaderContext segment : segments) {
      PointValues days = segment.reader().getPointValues(field);
      if (days != null) {
        byte[] packed = isLast ? days.getMaxPackedValue() : days.getMinPackedValue();
        int day = IntPoint.decodeDimension(packed, 0);
        int before = outermost.orElse(day);
        outermost = OptionalInt.of(isLast ? Math.max(before, day) : Math.min(before, day));
      }
    }
    return outermost;
  }

  /**
   * The bytes of all segments. The file that lists them is left out: a writer deletes it at the
   * next commit, even where a reader of the writer's own keeps the segments.
   */
  private static long size(List<IndexCommit> commits) throws IOException {
    long size = 0;
    for (IndexCommit commit : commits) {
      for (String file : commit.getFileNames()) {
        if (!file.equals(commit.getSegmentsFileName())) {
          size += size(commit.getDirectory(), file);
        }
      }
    }
    return size;
  }

  private static long size(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException e) { // another process has committed since
      return 0;
    }
  }
}
