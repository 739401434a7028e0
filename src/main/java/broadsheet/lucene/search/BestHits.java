package broadsheet.lucene.search;

import broadsheet.engine.SearchRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;

/**
 * The best hits by relevance, where nobody wants to know how many there are. They are the same, in
 * the same order, as {@link Found} gives; only that it is first tried whether less work will do.
 * Not shared between threads.
 *
 * @param narrowing what the hits must be beside
 */
record BestHits(SearchRequest request, Narrowing narrowing, BoundedSearcher searcher) {

  /** So many hits may be equal to the last one that is wanted. */
  private static final int EQUAL = 30;

  /**
   * The first of them.
   *
   * @param matching without its filters
   * @param depth how many are wanted, at least 1
   * @param reranking what is done with them: in its window the order of equal hits does not matter
   */
  ScoreDoc[] of(Query matching, int depth, Reranking reranking) throws IOException {
    int unordered = reranking.window();
    int most = Math.max(1, Math.min(depth, searcher.getIndexReader().maxDoc()));
    Query loose = withoutMinimum(matching);
    if (!loose.equals(matching)) {
      ScoreDoc[] hits = best(loose, most);
      boolean isSure =
          isEnough(hits, most) && reranking.isSure(upToEqual(hits, most), minimum(matching));
      ScoreDoc[] matched = isSure ? hits : matching(hits, matching);
      if (isEnough(matched, most) || searcher.isCut()) {
        return inOrder(matched, most, unordered);
      }
    }
    ScoreDoc[] hits = best(matching, most);
    return hits.length < most + EQUAL || isEnough(hits, most)
        ? inOrder(hits, most, unordered)
        : Found.after(null, narrowing.of(matching), request, most, searcher).scoreDocs;
  }

  /** By score alone, and some more than are wanted. */
  private ScoreDoc[] best(Query query, int most) throws IOException {
    int some = most + EQUAL;
    List<Query> parts = query instanceof LanguageUnion union ? union.parts() : List.of(query);
    TopDocs[] hits = new TopDocs[parts.size()];
    for (int part = 0; part < hits.length; part++) {
      Query narrowed = narrowing.of(parts.get(part));
      hits[part] = searcher.search(narrowed, new TopScoreDocCollectorManager(some, some));
    }
    return hits.length == 1 ? hits[0].scoreDocs : TopDocs.merge(some, hits).scoreDocs;
  }

  /** Whether all hits that are equal to the last one that is wanted are among these. */
  private static boolean isEnough(ScoreDoc[] hits, int most) {
    return hits.length > most && hits[hits.length - 1].score < hits[most - 1].score;
  }

  /** The hits that are wanted, and those that are equal to the last of them. */
  private static List<ScoreDoc> upToEqual(ScoreDoc[] hits, int most) {
    int end = most;
    while (end < hits.length && hits[end].score == hits[most - 1].score) {
      end++;
    }
    return Arrays.asList(hits).subList(0, end);
  }

  /** How many of its words a query wants, at the most of all languages. */
  private static int minimum(Query query) {
    return switch (query) {
      case LanguageUnion union -> union.queries().mapToInt(BestHits::minimum).max().orElse(0);
      case BooleanQuery all -> all.getMinimumNumberShouldMatch();
      default -> 0;
    };
  }

  private ScoreDoc[] inOrder(ScoreDoc[] hits, int most, int unordered) throws IOException {
    new IdOrder(searcher.getIndexReader()).sortEqual(hits, unordered, most);
    return hits.length > most ? Arrays.copyOf(hits, most) : hits;
  }

  /**
   * A query that finds more, and the same with the same scores: Lucene skips much better where not
   * several of a query's words must be there. The best hits nearly always have several.
   */
  private static Query withoutMinimum(Query query) {
    if (query instanceof LanguageUnion union) {
      return union.of(BestHits::withoutMinimum);
    }
    if (!(query instanceof BooleanQuery all)
        || all.getMinimumNumberShouldMatch() < 2
        || !all.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)) {
      return query;
    }
    BooleanQuery.Builder loose = new BooleanQuery.Builder();
    all.clauses().forEach(loose::add);
    return loose.build();
  }

  /** Those of the hits that a query matches, also where there is no time left to look for more. */
  private ScoreDoc[] matching(ScoreDoc[] hits, Query query) throws IOException {
    IndexSearcher whole = new IndexSearcher(searcher.getTopReaderContext());
    whole.setQueryCache(null);
    Weight weight = whole.createWeight(whole.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
    List<LeafReaderContext> leaves = whole.getLeafContexts();
    int[] documents = Arrays.stream(hits).mapToInt(hit -> hit.doc).sorted().toArray();
    Set<Integer> found = new HashSet<>();
    for (int next = 0; next < documents.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[next], leaves));
      Scorer scorer = weight.scorer(leaf);
      DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; next < documents.length && documents[next] < end; next++) {
        int document = documents[next] - leaf.docBase;
        int at = matches.docID() < document ? matches.advance(document) : matches.docID();
        if (at == document) {
          found.add(documents[next]);
        }
      }
    }
    return Arrays.stream(hits).filter(hit -> found.contains(hit.doc)).toArray(ScoreDoc[]::new);
  }
}
