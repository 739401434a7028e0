package broadsheet.lucene.search;

import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.HitOrder;
import broadsheet.lucene.rank.Reranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * Finds the hits of one page. A page given by number or rank is found by collecting all hits up to
 * its end; a page after a cursor's hit only collects the hits after it, and so costs the same at
 * any depth. Not thread-safe.
 */
final class ResultPage {

  private final Hits hits;
  private final SearchRequest request;
  private final HitOrder order;

  ResultPage(Hits hits) {
    this.hits = hits;
    request = hits.asked().request();
    order = HitOrder.of(request.sort());
  }

  /** The second stage of ranking over hits. */
  static Reranking reranking(Hits hits) {
    return Reranking.of(
        hits.asked().request(),
        hits.asked().compiler(),
        hits.reader(),
        hits.asked().budget().snapshot().learnable());
  }

  /** The hits of the page. */
  Found of(Tier tier) throws IOException {
    Optional<FieldDoc> after = request.after().flatMap(order::hit);
    return after.isPresent()
        ? behind(after.get(), tier)
        : stretch(tier, Math.toIntExact(request.before()), request.size());
  }

  /**
   * A range of the listed hits, by rank. Searches deep enough to fill it although reprints are
   * grouped.
   *
   * @param before the number of hits listed before the range
   * @param size the most hits to return, at least 1
   */
  private Found stretch(Tier tier, int before, int size) throws IOException {
    Reranking reranking = reranking(hits);
    int wanted = before + size;
    for (long depth = Math.max(wanted, reranking.window()); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Found found = hits.find(tier, Hits.Wanted.first(most, reranking.window()));
      ScoreDoc[] ranked = reranking.of(found.first());
      List<ScoreDoc> listed = found.folding().listed(ranked, wanted);
      if (!found.isComplete() || listed.size() >= wanted || ranked.length < most) {
        return found.listing(listed.subList(Math.min(before, listed.size()), listed.size()));
      }
    }
  }

  /**
   * All full matches, for a search that has few.
   *
   * @param page the page as found
   */
  Found first(Found page) throws IOException {
    boolean isAll = request.after().isEmpty() && page.page().size() == page.listed();
    return isAll ? page : stretch(Tier.FULL, 0, SearchResults.FEW);
  }

  /**
   * The partial matches that follow the full ones, without reprints of full matches.
   *
   * @param first all full matches, fewer than {@link SearchResults#FEW}. The search finds them
   *     again, and they are dropped from its hits: excluding them in the query would cost a second
   *     look at every hit
   */
  List<ScoreDoc> following(Found first) throws IOException {
    Set<Integer> matched = new HashSet<>();
    first.best().forEach(hit -> matched.add(hit.doc));
    Reranking reranking = reranking(hits);
    Hits.Wanted wanted =
        new Hits.Wanted(
            Optional.empty(),
            SearchPlan.MOST_FOLLOWING + matched.size(),
            reranking.window(),
            Hits.Extent.LISTED);
    ScoreDoc[] others =
        hits.find(Tier.FOLLOWING, wanted).best().stream()
            .filter(hit -> !matched.contains(hit.doc))
            .limit(SearchPlan.MOST_FOLLOWING)
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = reranking.of(others);
    if (!request.isFolding()) {
      return Arrays.asList(ranked);
    }
    List<ScoreDoc> following = new ArrayList<>(hits.folding(ranked).listed(ranked, ranked.length));
    following.removeIf(first.folding()::hasFamilyOf);
    return following;
  }

  /**
   * The hits after a cursor. Only the best hit of a family is listed, which may have been on an
   * earlier page.
   */
  private Found behind(FieldDoc after, Tier tier) throws IOException {
    BestOfGroups bests = new BestOfGroups(hits, tier);
    for (long depth = request.size() * 2L; ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Hits.Wanted wanted = new Hits.Wanted(Optional.of(after), most, 0, Hits.Extent.COUNTED);
      Found found = hits.find(tier, wanted);
      List<ScoreDoc> listed = bests.among(found.best(), found.folding(), request.size());
      if (!found.isComplete() || listed.size() == request.size() || found.best().size() < most) {
        return found.listing(listed);
      }
    }
  }

  /**
   * The cursor for the next page; empty when this is the last.
   *
   * @param page the hits of this page
   * @param listed the number of hits listed on all pages together
   */
  Optional<PageCursor> next(List<ScoreDoc> page, long listed) {
    long rank = request.before() + page.size();
    return page.isEmpty() || rank >= listed
        ? Optional.empty()
        : Optional.of(order.behind(page.getLast(), rank));
  }
}
