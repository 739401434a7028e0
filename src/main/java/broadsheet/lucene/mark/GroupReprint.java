package broadsheet.lucene.mark;

import broadsheet.article.Article;
import broadsheet.compare.Difference;
import broadsheet.compare.Versions;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/**
 * An article of a family of reprints.
 *
 * @param time the time of its publication, as the index sorts by it
 */
public record GroupReprint(long time, BytesRef id, Article article) {

  private static final Sort OLDEST =
      new Sort(
          new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, false, Long.MAX_VALUE),
          new SortField(IndexSchema.ID, SortField.Type.STRING));

  private static final Comparator<GroupReprint> OLDEST_FIRST =
      Comparator.comparingLong(GroupReprint::time).thenComparing(GroupReprint::id);

  /** The share of the remaining time that may be spent on comparing reprints. */
  private static final double COMPARING = 0.25;

  /** The oldest members of a family in one part, the oldest first and undated last. */
  static List<GroupReprint> of(long family, int most, ReaderSnapshot part) throws IOException {
    Query members = NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family);
    List<GroupReprint> found = new ArrayList<>();
    for (ScoreDoc each : part.search(members, most, OLDEST).scoreDocs) {
      Object[] place = ((FieldDoc) each).fields;
      found.add(
          new GroupReprint(
              (Long) place[0],
              BytesRef.deepCopyOf((BytesRef) place[1]),
              new StoredArticle(part.storedFields().document(each.doc)).article()));
    }
    return found;
  }

  /**
   * The reprints of an article, the oldest first, ties by id.
   *
   * @param parts the members of its family in each part
   * @param whole the deadline of the answer; differences are left out when there is no time
   */
  static List<Reprint> reprints(Article article, List<List<GroupReprint>> parts, Deadline whole) {
    Deadline comparing = whole.part(COMPARING);
    return parts.stream()
        .flatMap(List::stream)
        .sorted(OLDEST_FIRST)
        .map(GroupReprint::article)
        .filter(other -> !other.id().equals(article.id()))
        .limit(MarkedArticle.MAX_REPRINTS)
        .map(other -> reprint(article, other, comparing))
        .toList();
  }

  private static Reprint reprint(Article article, Article other, Deadline deadline) {
    Optional<Difference> difference =
        deadline.isPast() ? Optional.empty() : Optional.of(Versions.difference(article, other));
    return new Reprint(
        other.id(), other.headline(), other.source(), other.publishedAt(), difference);
  }
}
