package broadsheet.lucene;

import broadsheet.article.Article;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Verifies an index by reading every article back. */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * Reads every article back and passes it on.
   *
   * @throws CorruptIndexException naming what is damaged
   */
  static void check(ReaderSnapshot snapshot, Consumer<Article> article) throws IOException {
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      StoredFields stored = leaf.reader().storedFields();
      Bits live = leaf.reader().getLiveDocs();
      Bits articles = articles(leaf);
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        boolean isLive = live == null || live.get(document);
        if (isLive && articles.get(document)) {
          article.accept(readBack(stored, document, leaf));
        }
      }
    }
  }

  private static Bits articles(LeafReaderContext leaf) throws IOException {
    FixedBitSet articles = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    SortedNumericDocValues values = leaf.reader().getSortedNumericDocValues(IndexSchema.WORDS);
    if (values != null) {
      articles.or(values);
    }
    return articles;
  }

  private static Article readBack(StoredFields stored, int document, LeafReaderContext leaf)
      throws IOException {
    try {
      return new StoredArticle(stored.document(document)).article();
    } catch (RuntimeException e) {
      throw new CorruptIndexException(
          "article number " + document + " cannot be read back: " + e.getMessage(),
          leaf.toString(),
          e);
    }
  }
}
