package broadsheet.lucene.explain;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * The best {@value #DEPTH} hits of a search in their order.
 *
 * @param ranked all of them, with every reprint
 * @param listed only the best of each family
 * @param isComplete whether all articles were looked at
 * @param hits what they are
 */
record TopRanked(
    Reranking.Ranked ranked, List<ScoreDoc> listed, boolean isComplete, HitReader hits) {

  static final int DEPTH = 1_000;

  /**
   * Runs the search.
   *
   * @param matching with its filters
   * @param request by relevance
   */
  static TopRanked of(
      Query matching, SearchRequest request, LanguageCompiler compiler, SearchBudget budget)
      throws IOException {
    BoundedSearcher finder = budget.finder();
    CollectedHits found =
        CollectedHits.of(matching, request.withoutCounts().unfolded(), null, DEPTH, 0, finder);
    Reranking.Ranked ranked =
        Reranking.of(request, compiler, budget.snapshot()).ranked(found.best().scoreDocs);
    ScoreDoc[] hits = ranked.hits().toArray(ScoreDoc[]::new);
    List<ScoreDoc> listed =
        Folding.among(hits, budget.snapshot().families()).listed(hits, hits.length);
    return new TopRanked(ranked, listed, found.isComplete(), HitReader.of(budget.snapshot()));
  }

  /** Only the first hits. */
  TopRanked first(int most) {
    return new TopRanked(
        ranked, listed.subList(0, Math.min(most, listed.size())), isComplete, hits);
  }

  boolean isEmpty() {
    return ranked.hits().isEmpty();
  }

  /** Whether an article was reranked. */
  boolean isReranked(int document) {
    return ranked.hits().stream().limit(ranked.window()).anyMatch(hit -> hit.doc == document);
  }

  boolean isListed(int document) {
    return listed.stream().anyMatch(hit -> hit.doc == document);
  }

  /**
   * The rank at which it, or the best of its family, is listed, from 1; empty if it is not listed.
   */
  OptionalInt rank(int document) throws IOException {
    if (ranked.hits().stream().noneMatch(hit -> hit.doc == document)) {
      return OptionalInt.empty();
    }
    OptionalLong family = hits.family(document);
    for (int i = 0; i < listed.size(); i++) {
      int other = listed.get(i).doc;
      if (other == document || (family.isPresent() && family.equals(hits.family(other)))) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
