package broadsheet.lucene.semantic;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Looks up articles by their fingerprints, which name them in every index. */
public final class KeyedArticles {

  private KeyedArticles() {}

  /** The documents of those that an index has, by their fingerprints. */
  public static Map<BytesRef, Integer> of(Collection<BytesRef> keys, IndexReader articles)
      throws IOException {
    Map<BytesRef, Integer> documents = new HashMap<>();
    for (LeafReaderContext leaf : articles.leaves()) {
      Terms terms = leaf.reader().terms(IndexSchema.FINGERPRINT);
      if (terms != null) {
        TermsEnum found = terms.iterator();
        for (BytesRef key : keys) {
          if (!documents.containsKey(key) && found.seekExact(key)) {
            add(key, found, leaf, documents);
          }
        }
      }
    }
    return documents;
  }

  private static void add(
      BytesRef key, TermsEnum found, LeafReaderContext leaf, Map<BytesRef, Integer> documents)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    PostingsEnum postings = found.postings(null, PostingsEnum.NONE);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        documents.put(key, leaf.docBase + doc);
        return;
      }
    }
  }
}
