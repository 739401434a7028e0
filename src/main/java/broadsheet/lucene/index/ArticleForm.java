package broadsheet.lucene.index;

import broadsheet.lucene.furniture.WordRuns;
import broadsheet.lucene.schema.ArticleCodec;
import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.SettledCodec;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;

/**
 * The form of an index's documents: to be searched, or only to be settled before they are searched
 * elsewhere.
 */
public enum ArticleForm {

  /** The index is searched. */
  SEARCHED,

  /** The articles are settled there and searched elsewhere: texts are stored and not analysed. */
  SETTLED;

  /** The codec of new segments. */
  Codec codec() {
    return this == SEARCHED ? new ArticleCodec() : new SettledCodec();
  }

  Document of(IndexedArticle article) {
    return of(article, WordRuns.of(article.article()));
  }

  /** The same, where the runs of its words are known. */
  Document of(IndexedArticle article, WordRuns runs) {
    return this == SEARCHED
        ? ArticleDocument.of(article, runs)
        : ArticleDocument.unsearched(article, runs);
  }
}
