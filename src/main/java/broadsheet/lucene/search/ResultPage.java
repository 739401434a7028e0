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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds the hits of one page. A page that its number or its rank tells is found by looking for all
 * hits up to its end; one behind a hit, by looking for those after that hit alone, so that it costs
 * the same however deep it is. Not shared between threads.
 */
final class ResultPage {

  /** Which hits are reprints must be known in this share of the time. */
  private static final double FOLDING = 0.25;

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final Order order;

  ResultPage(SearchRequest request, SearchBudget budget, LanguageCompiler compiler) {
    this.request = request;
    this.budget = budget;
    this.compiler = compiler;
    order = Order.of(request.sort());
  }

  /**
   * The page.
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
   * Some of the hits that are listed, told by their ranks.
   *
   * @param query with its filters
   * @param before how many are listed before them
   * @param size how many there are at the most, at least 1
   */
  CollectedHits stretch(Query query, int before, int size) throws IOException {
    BoundedSearcher aside = budget.finder(FOLDING);
    Folding folding = folding(query, aside);
    return numbered(query, before, size, folding, !aside.isCut());
  }

  /**
   * All hits that are listed, where they are few.
   *
   * @param page of them, as it was found
   * @param query with its filters
   */
  CollectedHits first(CollectedHits page, Query query) throws IOException {
    boolean isAll = request.after().isEmpty() && page.page().size() == page.listed();
    return isAll ? page : stretch(query, 0, SearchPlan.FEW);
  }

  /**
   * The hits that come after all those, none of them a reprint of these.
   *
   * @param query with its filters, which finds none of the first
   */
  List<ScoreDoc> following(CollectedHits first, Query query) throws IOException {
    ResultPage uncounted = new ResultPage(request.withoutCounts(), budget, compiler);
    CollectedHits found =
        uncounted.numbered(query, 0, SearchPlan.MOST_FOLLOWING, Folding.none(), !isFolding());
    List<ScoreDoc> following = new ArrayList<>();
    for (ScoreDoc hit : found.page()) {
      OptionalLong family = isFolding() ? Folding.family(reader(), hit.doc) : OptionalLong.empty();
      if (family.isEmpty() || !first.folding().members().containsKey(family.getAsLong())) {
        following.add(hit);
      }
    }
    return following;
  }

  private Folding folding(Query query, BoundedSearcher aside) throws IOException {
    return isFolding() ? Folding.of(query, aside) : Folding.none();
  }

  /** Looks so deep that the page is full though reprints are folded. */
  private CollectedHits numbered(
      Query query, int before, int size, Folding folding, boolean isFoldingKnown)
      throws IOException {
    Reranking reranking = Reranking.of(request, compiler, budget.snapshot());
    int wanted = before + size;
    int least = Math.max(wanted, reranking.window());
    BoundedSearcher finder = budget.finder();
    for (long depth = least + Math.min(folding.folded(), least + 100L); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      CollectedHits found = CollectedHits.of(query, request, null, most, finder);
      ScoreDoc[] ranked = reranking.of(found.best().scoreDocs);
      boolean isWhole = found.isComplete() && isFoldingKnown;
      Folding known = isWhole || !isFolding() ? folding : Folding.among(ranked, reader());
      List<ScoreDoc> listed = known.listed(ranked, wanted, reader());
      if (!isWhole || listed.size() >= wanted || ranked.length < most) {
        return found.listing(listed.subList(Math.min(before, listed.size()), listed.size()), known);
      }
    }
  }

  /** Only a family's best hit is listed, which may have been on a page before. */
  private CollectedHits behind(FieldDoc after, Query query) throws IOException {
    Folding folding = folding(query, budget.finder(FOLDING));
    BoundedSearcher finder = budget.finder();
    BestOfFamilies bests = new BestOfFamilies(query, request, folding, finder);
    for (long depth = request.size() * 2L; ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      CollectedHits found = CollectedHits.of(query, request, after, most, finder);
      List<ScoreDoc> listed = bests.among(found.best().scoreDocs, request.size());
      boolean isAll = found.best().scoreDocs.length < most;
      if (!found.isComplete() || listed.size() == request.size() || isAll) {
        return found.listing(listed, folding);
      }
    }
  }

  /**
   * Where the next page begins; empty when this is the last.
   *
   * @param page the hits of this one
   * @param listed how many hits are listed on all pages together
   */
  Optional<PageCursor> next(List<ScoreDoc> page, long listed) {
    long rank = request.before() + page.size();
    return page.isEmpty() || rank >= listed
        ? Optional.empty()
        : Optional.of(order.behind(page.getLast(), rank));
  }

  private boolean isFolding() {
    return request.isFolding() && budget.snapshot().hasFamilies();
  }

  private IndexReader reader() {
    return budget.snapshot().getIndexReader();
  }
}
