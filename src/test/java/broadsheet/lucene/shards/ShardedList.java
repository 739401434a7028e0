package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.SentHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** The hits of all shards as a list: the best ids, or every article. Not thread-safe. */
final class ShardedList {

  /** How many hits are fetched at a time after the first. */
  private static final int STRETCH = 500;

  private final SearchRequest request;
  private final Round round;
  private final SearchPlan plan;
  private final ShardedPage listing;
  private final Set<Long> met = new HashSet<>();

  ShardedList(SearchRequest request, Round round) throws IOException {
    this.request = request;
    this.round = round;
    plan = new SearchPlan(request.query(), round.compiler());
    listing = new ShardedPage(request, round);
  }

  /** The ids of the best hits, as {@code DeepRanking} gives them. */
  List<String> ids(int depth) throws IOException {
    List<ScoreDoc> hits = new ArrayList<>(ranked(Part.FULL, depth, Set.of()));
    if (hits.size() < depth && plan.instead().isPresent()) {
      Set<Integer> matched = new HashSet<>();
      hits.forEach(hit -> matched.add(hit.doc));
      hits.addAll(ranked(Part.ANY, depth - hits.size(), matched));
    }
    return hits.stream().map(hit -> listing.hits().sent(hit).id().utf8ToString()).toList();
  }

  private List<ScoreDoc> ranked(Part part, int depth, Set<Integer> without) throws IOException {
    int most = Math.max(depth, listing.window()) + without.size();
    ScoreDoc[] others =
        Arrays.stream(listing.after(part, null, most))
            .filter(hit -> !without.contains(hit.doc))
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = listing.ranked(others);
    return Arrays.asList(ranked).subList(0, Math.min(depth, ranked.length));
  }

  /** Hands over every article, in stretches merged from the shards' sorted hits. */
  void export(Consumer<Article> taker) throws IOException {
    if (!export(Part.FULL, taker) && plan.instead().isPresent()) {
      export(Part.SOME, taker);
    }
  }

  private boolean export(Part part, Consumer<Article> taker) throws IOException {
    ScoreDoc[] found = listing.after(part, null, Reranking.WINDOW);
    boolean isAny = found.length > 0;
    handOver(listing.ranked(found), taker);
    for (FieldDoc last = last(found, Reranking.WINDOW); last != null; ) {
      ScoreDoc[] following = listing.after(part, last, STRETCH);
      handOver(following, taker);
      last = last(following, STRETCH);
    }
    return isAny;
  }

  /** Where to continue; null when these are all. */
  private static @Nullable FieldDoc last(ScoreDoc[] found, int most) {
    if (found.length < most) {
      return null;
    }
    // Shards number their own documents: ties are broken by id alone.
    FieldDoc last = (FieldDoc) found[most - 1];
    return new FieldDoc(Integer.MAX_VALUE, last.score, last.fields);
  }

  private void handOver(ScoreDoc[] found, Consumer<Article> taker) throws IOException {
    for (ScoreDoc hit : found) {
      SentHit sent = listing.hits().sent(hit);
      boolean isFolding = request.isFolding() && round.hasFamilies();
      OptionalLong family = isFolding ? sent.family() : OptionalLong.empty();
      if (family.isEmpty() || met.add(family.getAsLong())) {
        String id = sent.id().utf8ToString();
        taker.accept(listing.shards().get(sent.shard()).article(id).orElseThrow());
      }
    }
  }
}
