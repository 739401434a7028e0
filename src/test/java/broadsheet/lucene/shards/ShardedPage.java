package broadsheet.lucene.shards;

import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.MergedHits;
import broadsheet.lucene.rank.Order;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Merges the hits of all shards: for a page, a ranking or an export. Not thread-safe. */
final class ShardedPage {

  private final SearchRequest request;
  private final Round round;
  private final List<ShardSearch> shards;
  private final MergedHits hits;
  private final Order order;

  ShardedPage(SearchRequest request, Round round) throws IOException {
    this.request = round.hasFamilies() ? request : request.unfolded();
    this.round = round;
    shards = round.searches(this.request);
    hits = new MergedHits(this.request, this::text);
    order = Order.of(request.sort());
  }

  private ForwardReader.@Nullable Read text(SentHit hit) throws IOException {
    return shards.get(hit.shard()).text(hit.id().utf8ToString());
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
      List<ShardHits> parts) {

    static Merged none() {
      return new Merged(List.of(), List.of(), Map.of(), List.of());
    }

    long total() {
      return parts.stream().mapToLong(ShardHits::total).sum();
    }

    boolean isComplete() {
      return parts.stream().allMatch(ShardHits::isComplete);
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

  List<ShardSearch> shards() {
    return shards;
  }

  MergedHits hits() {
    return hits;
  }

  /** The page that is asked for. */
  Merged of(Part part) throws IOException {
    Optional<FieldDoc> after = request.after().flatMap(order::hit);
    return after.isPresent()
        ? behind(after.get(), part)
        : stretch(part, Math.toIntExact(request.before()), request.size());
  }

  /** The second stage of ranking over these hits. */
  Reranking reranking() {
    return hits.reranking(round.compiler(), round.client().snapshot().learnable());
  }

  private Merged merged(Part part, @Nullable FieldDoc after, int most) throws IOException {
    List<ShardHits> parts = new ArrayList<>();
    Map<Long, Integer> members = new HashMap<>();
    for (ShardSearch shard : shards) {
      ShardHits found = shard.all(part, after, most);
      found.members().forEach((family, count) -> members.merge(family, count, Integer::sum));
      parts.add(found);
    }
    ScoreDoc[] best = hits.first(parts.stream().map(ShardHits::best).toList(), most);
    return new Merged(List.of(best), List.of(), members, parts);
  }

  private Merged stretch(Part part, int before, int size) throws IOException {
    Reranking reranking = reranking();
    int wanted = before + size;
    for (long depth = Math.max(wanted, reranking.window()); ; depth *= 4) {
      int most = (int) Math.min(depth, Integer.MAX_VALUE);
      Merged found = merged(part, null, most);
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
    ScoreDoc[] others =
        Arrays.stream(after(Part.FOLLOWING, null, SearchPlan.MOST_FOLLOWING + matched.size()))
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
  ScoreDoc[] after(Part part, @Nullable FieldDoc after, int most) throws IOException {
    List<List<SentHit>> sent = new ArrayList<>();
    for (ShardSearch shard : shards) {
      sent.add(shard.after(part, after, most));
    }
    return hits.first(sent, most);
  }

  /** The same hits reranked. */
  ScoreDoc[] ranked(ScoreDoc[] found) throws IOException {
    return reranking().of(found);
  }

  /** How many hits are reranked. */
  int window() {
    return reranking().window();
  }

  private Merged behind(FieldDoc after, Part part) throws IOException {
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
    if (!bests.containsKey(family)) {
      List<List<SentHit>> sent = new ArrayList<>();
      for (ShardSearch shard : shards) {
        sent.add(shard.best(part, family));
      }
      ScoreDoc[] first = hits.first(sent, 1);
      bests.put(family, first.length == 0 ? hit.doc : first[0].doc);
    }
    return bests.get(family) == hit.doc;
  }

  /** Where the next page begins. */
  Optional<PageCursor> next(List<ScoreDoc> page, long listed) {
    long rank = request.before() + page.size();
    return page.isEmpty() || rank >= listed
        ? Optional.empty()
        : Optional.of(order.behind(page.getLast(), rank));
  }
}
