package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.snapshot.LanguageUnion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * The top hits by relevance, without a count. They are the same, in the same order, as those of
 * {@link CollectedHits}, but a cheaper way is tried first. Not thread-safe.
 *
 * @param filters the filters of the request
 */
public record BestHits(SearchRequest request, FilterClause filters, BoundedSearcher searcher) {

  /**
   * Number of hits that are collected by score alone beyond those needed, for ties with the last.
   */
  static final int SPARE = 30;

  /**
   * The first hits.
   *
   * @param matching the query without its filters
   * @param depth the number of hits to return, at least 1
   * @param unordered among this many of the first, ties need not be broken
   */
  public ScoreDoc[] of(Query matching, int depth, int unordered) throws IOException {
    int most = Math.max(1, Math.min(depth, searcher.getIndexReader().maxDoc()));
    ScoreDoc[] hits = best(matching, most);
    return isEnough(hits, most)
        ? inOrder(hits, most, unordered, searcher.getIndexReader())
        : CollectedHits.after(null, filters.of(matching), request, most, searcher).scoreDocs;
  }

  /** The best hits by score alone, a few more than needed. */
  private ScoreDoc[] best(Query query, int most) throws IOException {
    List<Query> parts = LanguageUnion.partsOf(filters.of(query));
    TopDocs[] hits = new TopDocs[parts.size()];
    for (int part = 0; part < hits.length; part++) {
      hits[part] = searcher.search(parts.get(part), collecting(most, most + SPARE));
    }
    return hits.length == 1 ? hits[0].scoreDocs : TopDocs.merge(most + SPARE, hits).scoreDocs;
  }

  /** Collects the best {@code most} and {@value #SPARE} more by score alone. */
  static CollectorManager<?, TopDocs> collecting(int most, int counted) {
    return new TopScoreDocCollectorManager(most + SPARE, counted);
  }

  /**
   * Whether these are all hits, or include all ties with the last hit that is needed.
   *
   * @param hits the best {@code most} and {@value #SPARE} more, by score alone
   */
  static boolean isEnough(ScoreDoc[] hits, int most) {
    return hits.length < most + SPARE || hits[hits.length - 1].score < hits[most - 1].score;
  }

  /** The first of the hits, ties broken by id except among the first {@code unordered}. */
  static ScoreDoc[] inOrder(ScoreDoc[] hits, int most, int unordered, IndexReader reader)
      throws IOException {
    IdTieBreak.sortEqual(hits, unordered, most, new IdTieBreak(reader)::ids);
    return hits.length > most ? Arrays.copyOf(hits, most) : hits;
  }
}
