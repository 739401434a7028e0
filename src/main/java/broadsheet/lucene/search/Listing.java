package broadsheet.lucene.search;

import broadsheet.engine.Cursor;
import broadsheet.engine.SearchRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds the hits of one page. A page that its number or its rank tells is found by looking for all
 * hits up to its end; one behind a hit, by looking for those after that hit alone, so that it costs
 * the same however deep it is. Not shared between threads.
 */
final class Listing {

  /** Which hits are reprints must be known in this share of the time. */
  private static final double FOLDING = 0.25;

  private final SearchRequest request;
  private final Allowance allowance;
  private final LanguageCompiler compiler;
  private final Order order;

  Listing(SearchRequest request, Allowance allowance, LanguageCompiler compiler) {
    this.request = request;
    this.allowance = allowance;
    this.compiler = compiler;
    order = Order.of(request.sort());
  }

  /**
   * The page.
   *
   * @param query with its filters
   */
  Found of(Query query) throws IOException {
    BoundedSearcher aside = allowance.finder(FOLDING);
    Folding folding = isFolding() ? Folding.of(query, aside) : Folding.none();
    Optional<FieldDoc> after = request.after().flatMap(order::hit);
    return after.isPresent()
        ? behind(after.get(), query, folding)
        : numbered(query, folding, !aside.isCut());
  }

  /** Looks so deep that the page is full though reprints are folded. */
  private Found numbered(Query query, Folding folding, boolean isFoldingKnown) throws IOException {
    Reranking reranking = Reranking.of(request, compiler, allowance.snapshot());
    int before = Math.toIntExact(request.before());
    int wanted = before + request.size();
    int least = Math.max(wanted, reranking.window());
    BoundedSearcher finder = allowance.finder();
    for (long depth = least + Math.min(folding.folded(), least + 100L); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Found found = Found.of(query, request, null, most, finder);
      ScoreDoc[] ranked = reranking.of(found.best().scoreDocs);
      boolean isWhole = found.isComplete() && isFoldingKnown;
      Folding known = isWhole || !isFolding() ? folding : Folding.among(ranked, reader());
      List<ScoreDoc> listed = known.listed(ranked, wanted, reader());
      if (!isWhole || listed.size() >= wanted || ranked.length < most) {
        return found.listing(listed.subList(Math.min(before, listed.size()), listed.size()), known);
      }
    }
  }

  /** Of a family the hit is listed that is its best: which may have been on a page before. */
  private Found behind(FieldDoc after, Query query, Folding folding) throws IOException {
    BoundedSearcher finder = allowance.finder();
    BestOfFamilies bests = new BestOfFamilies(query, request, folding, finder);
    for (long depth = request.size() * 2L; ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Found found = Found.of(query, request, after, most, finder);
      List<ScoreDoc> listed = bests.among(found.best().scoreDocs, request.size());
      boolean isAll = found.best().scoreDocs.length < most;
      if (!found.isComplete() || listed.size() == request.size() || isAll) {
        return found.listing(listed, folding);
      }
    }
  }

  /** Where the next page begins; empty when this is the last. */
  Optional<Cursor> next(Found found) {
    long rank = request.before() + found.page().size();
    return found.page().isEmpty() || rank >= found.listed()
        ? Optional.empty()
        : Optional.of(order.behind(found.page().getLast(), rank));
  }

  private boolean isFolding() {
    return request.isFolding() && allowance.snapshot().hasFamilies();
  }

  private IndexReader reader() {
    return allowance.snapshot().getIndexReader();
  }
}
