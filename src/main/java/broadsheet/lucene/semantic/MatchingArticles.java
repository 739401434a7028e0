package broadsheet.lucene.semantic;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** A collector of every article that a query matches, as a bit set of document numbers. */
public final class MatchingArticles
    implements CollectorManager<MatchingArticles.Noting, FixedBitSet> {

  private final int size;

  private MatchingArticles(int size) {
    this.size = size;
  }

  /** All of them, or those found before the searcher's deadline. */
  public static FixedBitSet of(Query query, IndexSearcher searcher) throws IOException {
    return searcher.search(query, new MatchingArticles(searcher.getIndexReader().maxDoc()));
  }

  @Override
  public Noting newCollector() {
    return new Noting(size);
  }

  @Override
  public FixedBitSet reduce(Collection<Noting> parts) {
    FixedBitSet all = new FixedBitSet(size);
    parts.forEach(part -> all.or(part.found));
    return all;
  }

  /** Collects the articles of some segments. */
  static final class Noting extends SimpleCollector {
    private final FixedBitSet found;
    private int base;

    private Noting(int size) {
      found = new FixedBitSet(size);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void collect(int document) {
      found.set(base + document);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
