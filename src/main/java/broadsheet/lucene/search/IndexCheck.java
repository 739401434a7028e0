package broadsheet.lucene.search;

import broadsheet.article.Article;
import broadsheet.lucene.schema.StoredArticle;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** Verifies an index: all its checksums, and that every article can be read back. */
final class IndexCheck {
  private IndexCheck() {}

  /**
   * Hands over each article read back.
   *
   * @throws CorruptIndexException naming what is damaged
   */
  static void check(ReaderSnapshot snapshot, Consumer<Article> article) throws IOException {
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      leaf.reader().checkIntegrity();
      StoredFields stored = leaf.reader().storedFields();
      Bits live = leaf.reader().getLiveDocs();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if (live == null || live.get(document)) {
          article.accept(readBack(stored, document, leaf));
        }
      }
    }
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
