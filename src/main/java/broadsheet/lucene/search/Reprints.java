package broadsheet.lucene.search;

import broadsheet.engine.MarkedArticle;
import broadsheet.engine.Reprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Finds the other articles of an article's family. Stateless. */
final class Reprints {

  private static final Sort OLDEST =
      new Sort(
          new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, false, Long.MAX_VALUE),
          SortField.FIELD_DOC);

  private Reprints() {}

  /** Oldest first, the undated last; empty when the article has no reprints. */
  static List<Reprint> of(int document, IndexSearcher searcher) throws IOException {
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
        reprints.add(reprint(new StoredArticle(searcher.storedFields().document(found.doc))));
      }
    }
    return reprints;
  }

  private static Reprint reprint(StoredArticle article) {
    return new Reprint(
        article.id(),
        article.text(QueryField.TITLE),
        article.text(QueryField.SOURCE),
        article.publishedAt());
  }
}
