package broadsheet.lucene.search;

import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.rank.BestOfFamilies;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.Order;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/**
 * Finds the hits of one page. A page given by number or rank is found by collecting all hits up to
 * its end; a page after a cursor's hit only collects the hits after it, and so costs the same at
 * any depth. Not thread-safe.
 */
final class ResultPage {

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final Order order;

  ResultPage(SearchRequest request, SearchBudget budget, LanguageCompiler compiler) {
    this.request = budget.snapshot().hasFamilies() ? request : request.unfolded();
    this.budget = budget;
    this.compiler = compiler;
    order = Order.of(request.sort());
  }

  /**
   * The hits of the page.
   *
   * @param query with its filters
   */
  CollectedHits of(Query query) throws IOException {
    Optional<FieldDoc> after = request.after().flatMap(order::hit);
    return after.isPresent()
        ? behind(after.get(), query)
        : stretch(query, Math.toIntExact(request.before()), request.size());
  }

  /**
   * A range of the listed hits, by rank. Searches deep enough to fill it although reprints are
   * grouped.
   *
   * @param query with its filters
   * @param before how many are listed before them
   * @param size the most hits to return, at least 1
   */
  CollectedHits stretch(Query query, int before, int size) throws IOException {
    Reranking reranking = Reranking.of(request, compiler, budget.snapshot());
    int wanted = before + size;
    BoundedSearcher finder = budget.finder();
    for (long depth = Math.max(wanted, reranking.window()); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      CollectedHits found =
          CollectedHits.of(query, request, null, most, reranking.window(), finder);
      ScoreDoc[] ranked = reranking.of(found.best().scoreDocs);
      Folding folding = folding(found);
      List<ScoreDoc> listed = folding.listed(ranked, wanted);
      if (!found.isComplete() || listed.size() >= wanted || ranked.length < most) {
        return found.listing(
            listed.subList(Math.min(before, listed.size()), listed.size()), folding);
      }
    }
  }

  private Folding folding(CollectedHits found) throws IOException {
    return request.isFolding() && found.all().isPresent()
        ? Folding.of(found.all().get(), budget.snapshot().families())
        : Folding.none();
  }

  /**
   * All listed hits, where they are few.
   *
   * @param page the page as found
   * @param query with its filters
   */
  CollectedHits first(CollectedHits page, Query query) throws IOException {
    boolean isAll = request.after().isEmpty() && page.page().size() == page.listed();
    return isAll ? page : stretch(query, 0, SearchPlan.FEW);
  }

  /**
   * The hits that come after those that match everything, none of them a reprint of these.
   *
   * @param first all that match everything; fewer than {@link SearchPlan#FEW}
   * @param some with its filters; finds the first as well, which are left out here, since excluding
   *     them in the query would cost a second look at every hit
   */
  List<ScoreDoc> following(CollectedHits first, Query some) throws IOException {
    Set<Integer> matched = new HashSet<>();
    for (ScoreDoc hit : first.best().scoreDocs) {
      matched.add(hit.doc);
    }
    int most = SearchPlan.MOST_FOLLOWING + matched.size();
    TopDocs best = CollectedHits.after(null, some, request, most, budget.finder());
    ScoreDoc[] others =
        Arrays.stream(best.scoreDocs)
            .filter(hit -> !matched.contains(hit.doc))
            .limit(SearchPlan.MOST_FOLLOWING)
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = Reranking.of(request, compiler, budget.snapshot()).of(others);
    Folding folding =
        request.isFolding() ? Folding.among(ranked, budget.snapshot().families()) : Folding.none();
    List<ScoreDoc> following = new ArrayList<>();
    for (ScoreDoc hit : folding.listed(ranked, ranked.length)) {
      if (!request.isFolding() || !first.folding().hasFamilyOf(hit)) {
        following.add(hit);
      }
    }
    return following;
  }

  /** Only a family's best hit is listed, which may have been on an earlier page. */
  private CollectedHits behind(FieldDoc after, Query query) throws IOException {
    BoundedSearcher finder = budget.finder();
    for (long depth = request.size() * 2L; ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      CollectedHits found = CollectedHits.of(query, request, after, most, 0, finder);
      ScoreDoc[] hits = found.best().scoreDocs;
      Folding folding = folding(found);
      List<ScoreDoc> listed =
          new BestOfFamilies(query, request, folding, finder).among(hits, request.size());
      if (!found.isComplete() || listed.size() == request.size() || hits.length < most) {
        return found.listing(listed, folding);
      }
    }
  }

  /**
   * Where the next page begins; empty when this is the last.
   *
   * @param page the hits of this page
   * @param listed how many hits are listed on all pages together
   */
  Optional<PageCursor> next(List<ScoreDoc> page, long listed) {
    long rank = request.before() + page.size();
    return page.isEmpty() || rank >= listed
        ? Optional.empty()
        : Optional.of(order.behind(page.getLast(), rank));
  }
}
