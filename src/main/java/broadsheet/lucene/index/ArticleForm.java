package broadsheet.lucene.index;

import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import java.util.function.Function;
import org.apache.lucene.document.Document;

/** What the documents of articles in an index are for. */
public enum ArticleForm {

  /** To be searched. */
  SEARCHED(ArticleDocument::of),

  /** To be settled, and then searched elsewhere. Their texts are stored and not analysed. */
  SETTLED(ArticleDocument::unsearched);

  private final Function<IndexedArticle, Document> made;

  ArticleForm(Function<IndexedArticle, Document> made) {
    this.made = made;
  }

  Document of(IndexedArticle article) {
    return made.apply(article);
  }
}
