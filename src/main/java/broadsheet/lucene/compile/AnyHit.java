package broadsheet.lucene.compile;

import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Tests whether a query finds anything at all. Stops at the first article. Stateless. */
public final class AnyHit {
  private AnyHit() {}

  public static boolean of(Query query, ReaderSnapshot snapshot) throws IOException {
    Weight weight =
        snapshot.createWeight(snapshot.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null && hasLive(scorer.iterator(), leaf.reader().getLiveDocs())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLive(DocIdSetIterator documents, @Nullable Bits live)
      throws IOException {
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document != DocIdSetIterator.NO_MORE_DOCS;
  }
}
