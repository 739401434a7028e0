package broadsheet.lucene.mark;

import broadsheet.article.Article;
import broadsheet.compare.Difference;
import broadsheet.compare.Versions;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Finds the other articles of an article's family, and their differences from it. Stateless. */
final class Reprints {

  private static final Sort OLDEST =
      new Sort(
          new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, false, Long.MAX_VALUE),
          new SortField(IndexSchema.ID, SortField.Type.STRING));

  private Reprints() {}

  /**
   * The reprints, oldest first and undated last, ties by id; empty when there are none.
   *
   * @param article the one with that document number
   * @param deadline after it, differences are left out
   */
  static List<Reprint> of(int document, Article article, IndexSearcher searcher, Deadline deadline)
      throws IOException {
    OptionalLong family = Folding.family(searcher.getIndexReader(), document);
    if (family.isEmpty()) {
      return List.of();
    }
    List<Reprint> reprints = new ArrayList<>();
    for (ScoreDoc found :
        searcher.search(
                NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family.getAsLong()),
                MarkedArticle.MAX_REPRINTS + 1,
                OLDEST)
            .scoreDocs) {
      if (found.doc != document && reprints.size() < MarkedArticle.MAX_REPRINTS) {
        Article other = new StoredArticle(searcher.storedFields().document(found.doc)).article();
        reprints.add(reprint(article, other, deadline));
      }
    }
    return reprints;
  }

  private static Reprint reprint(Article article, Article other, Deadline deadline) {
    Optional<Difference> difference =
        deadline.isPast() ? Optional.empty() : Optional.of(Versions.difference(article, other));
    return new Reprint(
        other.id(), other.headline(), other.source(), other.publishedAt(), difference);
  }
}
