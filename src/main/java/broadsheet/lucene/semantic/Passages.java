package broadsheet.lucene.semantic;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;

/** One committed state of the passages, and their owners among the articles. Thread-safe. */
final class Passages {

  /** The newest state of the main index, and one that is still in use. */
  private static final int KEPT = 2;

  private final DirectoryReader reader;
  private final Map<String, String> commitData;
  private final Map<Object, int[]> owners = new LinkedHashMap<>();

  Passages(DirectoryReader reader) throws IOException {
    this.reader = reader;
    commitData = reader.getIndexCommit().getUserData();
  }

  DirectoryReader reader() {
    return reader;
  }

  Map<String, String> commitData() {
    return commitData;
  }

  /**
   * The owner of each passage, as a document number in that state of the main index; -1 where it
   * has none. Computed once for each state, in a fifth of a second for a million articles.
   */
  int[] owners(IndexReader articles) throws IOException {
    Object state = articles.getReaderCacheHelper().getKey();
    synchronized (owners) {
      int[] known = owners.get(state);
      if (known == null) {
        known = joined(articles);
        if (owners.size() == KEPT) {
          owners.remove(owners.keySet().iterator().next());
        }
        owners.put(state, known);
      }
      return known;
    }
  }

  private int[] joined(IndexReader articles) throws IOException {
    int[] joined = new int[reader.maxDoc()];
    Arrays.fill(joined, -1);
    ArticleKeys.join(
        ArticleKeys.of(articles, IndexSchema.FINGERPRINT, MultiBits.getLiveDocs(articles)),
        ArticleKeys.of(reader, SemanticFormat.ARTICLE, MultiBits.getLiveDocs(reader)),
        (_, article, passages) -> {
          for (int passage : passages) {
            joined[passage] = article.length == 0 ? -1 : article[0];
          }
        });
    return joined;
  }
}
