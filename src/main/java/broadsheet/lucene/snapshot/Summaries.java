package broadsheet.lucene.snapshot;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.index.IndexCommit;
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

  /** The summary of a commit. Its files may be deleted once there is a newer one. */
  static IndexSummary of(ReaderSnapshot snapshot, IndexCommit commit, IndexFormat format)
      throws IOException {
    long articles = snapshot.count(IndexSchema.articles());
    return new IndexSummary(
        articles,
        articles - snapshot.count(new FieldExistsQuery(IndexSchema.FIRST_DAY)),
        outermost(snapshot, IndexSchema.FIRST_DAY, false),
        outermost(snapshot, IndexSchema.LAST_DAY, true),
        FacetCounter.countAll(snapshot, FacetField.SOURCE, SearchResults.MAX_FACET_VALUES),
        snapshot.sum(IndexSchema.COPIES),
        format.sources(),
        size(commit),
        format.version(),
        format.builtAt());
  }

  /** The first or last day any article has in a field; empty when none has one. */
  private static Optional<LocalDate> outermost(
      ReaderSnapshot snapshot, String field, boolean isLast) throws IOException {
    Sort sort = new Sort(new SortedNumericSortField(field, SortField.Type.INT, isLast));
    TopDocs found = snapshot.search(new FieldExistsQuery(field), 1, sort);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    Object day = ((FieldDoc) found.scoreDocs[0]).fields[0];
    return Optional.of(LocalDate.ofEpochDay((Integer) day));
  }

  /**
   * The bytes of all segments. The file that lists them is left out: a writer deletes it at the
   * next commit, even where a reader of the writer's own keeps the segments.
   */
  private static long size(IndexCommit commit) throws IOException {
    long size = 0;
    for (String file : commit.getFileNames()) {
      if (!file.equals(commit.getSegmentsFileName())) {
        size += size(commit.getDirectory(), file);
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
