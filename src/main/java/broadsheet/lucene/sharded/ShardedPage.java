package broadsheet.lucene.sharded;

import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.MergedHits;
import broadsheet.lucene.rank.Order;
import broadsheet.lucene.rank.PartHits;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.Part;
import broadsheet.lucene.shard.Question;
import broadsheet.lucene.shard.SearchQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** Merges the hits of all shards: for a page, a ranking or an export. Not thread-safe. */
final class ShardedPage {

  private final SearchRequest request;
  private final Round round;
  private final SearchPlan plan;
  private final FilterClause narrowing;
  private final MergedHits hits;
  private final Order order;
  private final Map<Part, ShardedCounts> counts = new EnumMap<>(Part.class);

  ShardedPage(SearchRequest request, Round round) throws IOException {
    this.request = round.facts().hasFamilies() ? request : request.unfolded();
    this.round = round;
    plan = new SearchPlan(request.query(), round.compiler());
    narrowing = FilterClause.to(request.filters());
    hits = new MergedHits(this.request, this::texts, new ForwardReader(round.client().snapshot()));
    order = Order.of(request.sort());
  }

  private Map<BytesRef, BytesRef> texts(List<BytesRef> ids) throws IOException {
    Map<BytesRef, BytesRef> texts = new HashMap<>();
    round.ask(new SearchQuestion.OfTexts(ids)).forEach(texts::putAll);
    return texts;
  }

  /** Looks up what shards have to know about a part of the query. */
  private void prepare(Part part) {
    round.prepare(narrowing.of(part.query(plan)));
  }

  /** The plan of the query, by what is known of all shards. */
  SearchPlan plan() {
    return plan;
  }

  /**
   * Hits of all shards.
   *
   * @param best the first, in the order in which the shards sent them
   * @param listed on the page
   * @param members how many hits each family has
   * @param parts what each shard found
   */
  record Merged(
      List<ScoreDoc> best,
      List<ScoreDoc> listed,
      Map<Long, Integer> members,
      List<SearchQuestion.Found> parts) {

    static Merged none() {
      return new Merged(List.of(), List.of(), Map.of(), List.of());
    }

    long total() {
      return parts.stream().mapToLong(SearchQuestion.Found::total).sum();
    }

    boolean isComplete() {
      return parts.stream().allMatch(SearchQuestion.Found::isComplete);
    }

    long folded() {
      return members.values().stream().mapToLong(count -> count - 1).sum();
    }

    /** How many hits are listed on all pages. */
    long all() {
      return total() - folded();
    }

    Merged listing(List<ScoreDoc> page) {
      return new Merged(best, page, members, parts);
    }
  }

  MergedHits hits() {
    return hits;
  }

  /** The page that is asked for. */
  Merged of(Part part) throws IOException {
    Optional<SentHit> after = request.after().flatMap(order::hit).map(SentHit::place);
    return after.isPresent()
        ? behind(after, part)
        : stretch(part, Math.toIntExact(request.before()), request.size());
  }

  /** The second stage of ranking over these hits. */
  Reranking reranking() {
    return hits.reranking(round.compiler(), round.client().snapshot().learnable());
  }

  /** Wanted hits, with the words of the first where these are reranked. */
  private PartHits.Wanted wanted(Optional<SentHit> after, int most) {
    int reranked = after.isPresent() ? 0 : reranking().window();
    return new PartHits.Wanted(after, most, round.share(reranked));
  }

  private Merged merged(Part part, Optional<SentHit> after, int most) throws IOException {
    prepare(part);
    List<SearchQuestion.Found> parts =
        round.ask(
            new SearchQuestion.OfHits(
                request, part, wanted(after, most), request.isCounting() ? PartCounts.NAMED : 0));
    Map<Long, Integer> members = new HashMap<>();
    for (SearchQuestion.Found found : parts) {
      found.members().forEach((family, count) -> members.merge(family, count, Integer::sum));
    }
    ScoreDoc[] best = hits.first(parts.stream().map(SearchQuestion.Found::best).toList(), most);
    return new Merged(List.of(best), List.of(), members, parts);
  }

  private Merged stretch(Part part, int before, int size) throws IOException {
    Reranking reranking = reranking();
    int wanted = before + size;
    for (long depth = Math.max(wanted, reranking.window()); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Merged found = merged(part, Optional.empty(), most);
      ScoreDoc[] ranked = reranking.of(found.best().toArray(ScoreDoc[]::new));
      List<ScoreDoc> listed = hits.listed(ranked, wanted, found.members());
      if (!found.isComplete() || listed.size() >= wanted || ranked.length < most) {
        return found.listing(listed.subList(Math.min(before, listed.size()), listed.size()));
      }
    }
  }

  /** All full matches, where they are few. */
  Merged first(Merged page) throws IOException {
    boolean isAll = request.after().isEmpty() && page.listed().size() == page.all();
    return isAll ? page : stretch(Part.FULL, 0, SearchPlan.FEW);
  }

  /** The hits that follow the full matches. */
  List<ScoreDoc> following(Merged first) throws IOException {
    Set<Integer> matched = new HashSet<>();
    first.best().forEach(hit -> matched.add(hit.doc));
    int most = SearchPlan.MOST_FOLLOWING + matched.size();
    ScoreDoc[] others =
        Arrays.stream(after(Part.FOLLOWING, Optional.empty(), most))
            .filter(hit -> !matched.contains(hit.doc))
            .limit(SearchPlan.MOST_FOLLOWING)
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = reranking().of(others);
    Map<Long, Integer> members = request.isFolding() ? hits.members(ranked) : Map.of();
    List<ScoreDoc> following = new ArrayList<>();
    for (ScoreDoc hit : hits.listed(ranked, ranked.length, members)) {
      OptionalLong family = request.isFolding() ? hits.sent(hit).family() : OptionalLong.empty();
      if (family.isEmpty() || !first.members().containsKey(family.getAsLong())) {
        following.add(hit);
      }
    }
    return following;
  }

  /** Hits after a given one, in the order of the request. */
  ScoreDoc[] after(Part part, Optional<SentHit> after, int most) throws IOException {
    prepare(part);
    SearchQuestion<List<SentHit>> asked =
        new SearchQuestion.OfHitsOnly(request, part, wanted(after, most));
    return hits.first(round.ask(asked), most);
  }

  /** The same hits reranked. */
  ScoreDoc[] ranked(ScoreDoc[] found) throws IOException {
    return reranking().of(found);
  }

  /** How many hits are reranked. */
  int window() {
    return reranking().window();
  }

  private Merged behind(Optional<SentHit> after, Part part) throws IOException {
    Map<Long, Integer> bests = new HashMap<>();
    for (long depth = request.size() * 2L; ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Merged found = merged(part, after, most);
      List<ScoreDoc> listed = new ArrayList<>();
      for (ScoreDoc hit : found.best()) {
        if (listed.size() < request.size() && isBest(hit, part, found.members(), bests)) {
          listed.add(hit);
        }
      }
      if (!found.isComplete() || listed.size() == request.size() || found.best().size() < most) {
        return found.listing(listed);
      }
    }
  }

  /** Whether a hit is the best of its family, which may have been on an earlier page. */
  private boolean isBest(
      ScoreDoc hit, Part part, Map<Long, Integer> members, Map<Long, Integer> bests)
      throws IOException {
    if (hits.under(hit, members) == 0) {
      return true;
    }
    long family = hits.sent(hit).family().orElseThrow();
    Integer best = bests.get(family);
    if (best == null) {
      ScoreDoc[] first = hits.first(round.ask(new SearchQuestion.OfBest(request, part, family)), 1);
      best = first.length == 0 ? hit.doc : first[0].doc;
      bests.put(family, best);
    }
    return best == hit.doc;
  }

  /** Where the next page begins. */
  Optional<PageCursor> next(List<ScoreDoc> page, long listed) {
    long rank = request.before() + page.size();
    return page.isEmpty() || rank >= listed
        ? Optional.empty()
        : Optional.of(order.behind(page.getLast(), rank));
  }

  /** The hits of a page with their matches, in its order. */
  List<Hit> shown(Part part, List<ScoreDoc> page, Merged found, boolean isLacking)
      throws IOException {
    List<SearchQuestion.Shown> shown = new ArrayList<>();
    for (ScoreDoc hit : page) {
      String id = hits.sent(hit).id().utf8ToString();
      shown.add(new SearchQuestion.Shown(id, hit.score, hits.under(hit, found.members())));
    }
    Map<String, Hit> byId = new HashMap<>();
    if (!shown.isEmpty()) {
      Question<Map<String, SearchQuestion.Marked>> asked =
          new SearchQuestion.OfPage(request, part, shown, isLacking);
      if (request.isCounting() && !found.parts().isEmpty()) {
        List<Question<?>> together = new ArrayList<>(List.of(asked));
        counts(part, found).next().ifPresent(together::add);
        round.askAll(together);
      }
      for (Map<String, SearchQuestion.Marked> shard : round.ask(asked)) {
        shard.forEach((id, marked) -> byId.put(id, marked.hit()));
        round.keep(shard.values().stream().map(SearchQuestion.Marked::ref).toList());
      }
    }
    return shown.stream().map(each -> byId.get(each.id())).filter(Objects::nonNull).toList();
  }

  /** The counts of a part of the query. */
  ShardedCounts counts(Part part, Merged found) throws IOException {
    ShardedCounts known = counts.get(part);
    if (known == null) {
      List<PartCounts> sent =
          found.parts().stream().map(shard -> shard.counts().orElseThrow()).toList();
      known = new ShardedCounts(request, part, sent, round);
      counts.put(part, known);
    }
    return known;
  }
}
