package broadsheet.lucene.index;

import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import org.apache.lucene.document.Document;

/** What the documents of articles in an index are for. */
public enum ArticleForm {

  /** To be searched. */
  SEARCHED,

  /** To be settled, and then searched elsewhere. Their texts are stored and not analysed. */
  SETTLED;

  Document of(IndexedArticle article) {
    return this == SEARCHED ? ArticleDocument.of(article) : ArticleDocument.unsearched(article);
  }
}
