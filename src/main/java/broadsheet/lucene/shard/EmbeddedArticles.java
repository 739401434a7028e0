package broadsheet.lucene.shard;

import broadsheet.engine.EmbeddingModels;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.semantic.KeyedArticles;
import broadsheet.lucene.semantic.LanguageArticles;
import broadsheet.lucene.semantic.MatchingArticles;
import broadsheet.lucene.semantic.TextPassage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/** The articles of a shard as they are embedded. Not thread-safe. */
record EmbeddedArticles(IndexSearcher articles) {

  long count(EmbeddingModels.Scope scope) throws IOException {
    return articles.count(LanguageArticles.of(scope));
  }

  /** The fingerprints of those in the languages of a model, in order. */
  List<BytesRef> keys(EmbeddingModels.Scope scope, BytesRef start) throws IOException {
    FixedBitSet own = MatchingArticles.of(LanguageArticles.of(scope), articles);
    List<BytesRef> keys = new ArrayList<>();
    for (LeafReaderContext leaf : articles.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(IndexSchema.FINGERPRINT);
      if (terms != null) {
        TermsEnum found = terms.iterator();
        for (boolean isThere = found.seekCeil(start) != TermsEnum.SeekStatus.END;
            isThere && StringHelper.startsWith(found.term(), start);
            isThere = found.next() != null) {
          if (isAny(found, leaf, own)) {
            keys.add(BytesRef.deepCopyOf(found.term()));
          }
        }
      }
    }
    return keys.stream().sorted().distinct().toList();
  }

  private static boolean isAny(TermsEnum term, LeafReaderContext leaf, FixedBitSet own)
      throws IOException {
    PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (own.get(leaf.docBase + doc)) {
        return true;
      }
    }
    return false;
  }

  /** The passages of those that the shard has. */
  Map<BytesRef, List<TextPassage>> passages(List<BytesRef> keys, int longest) throws IOException {
    Map<BytesRef, List<TextPassage>> passages = new HashMap<>();
    for (Map.Entry<BytesRef, Integer> each :
        KeyedArticles.of(keys, articles.getIndexReader()).entrySet()) {
      StoredArticle article = new StoredArticle(articles.storedFields().document(each.getValue()));
      passages.put(each.getKey(), TextPassage.of(article, longest));
    }
    return passages;
  }
}
