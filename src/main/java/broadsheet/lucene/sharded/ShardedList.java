package broadsheet.lucene.sharded;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/** The hits of all shards as a list, in stretches. Not thread-safe. */
final class ShardedList {

  /** How many hits are fetched at a time after the first. */
  private static final int STRETCH = 1_000;

  private final ShardedPage listing;

  ShardedList(SearchRequest request, Round round) throws IOException {
    listing = new ShardedPage(request, round);
  }

  /** The ids of the best hits, as {@code DeepRanking} gives them. */
  List<String> ids(int depth) throws IOException {
    List<ScoreDoc> hits = new ArrayList<>(ranked(Part.FULL, depth, Set.of()));
    if (hits.size() < depth && listing.plan().instead().isPresent()) {
      Set<Integer> matched = new HashSet<>();
      hits.forEach(hit -> matched.add(hit.doc));
      hits.addAll(ranked(Part.ANY, depth - hits.size(), matched));
    }
    return hits.stream().map(hit -> listing.hits().sent(hit).id().utf8ToString()).toList();
  }

  private List<ScoreDoc> ranked(Part part, int depth, Set<Integer> without) throws IOException {
    int most = Math.max(depth, listing.window()) + without.size();
    ScoreDoc[] others =
        Arrays.stream(listing.after(part, Optional.empty(), most))
            .filter(hit -> !without.contains(hit.doc))
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = listing.ranked(others);
    return Arrays.asList(ranked).subList(0, Math.min(depth, ranked.length));
  }

  /**
   * Some hits of a list.
   *
   * @param last the hit after which the list goes on; empty at its end
   */
  record Stretch(Part part, List<SentHit> hits, Optional<SentHit> last) {}

  /** The first hits: full matches or, where there are none, partial matches. */
  Stretch first() throws IOException {
    Stretch full = first(Part.FULL);
    return full.hits().isEmpty() && listing.plan().instead().isPresent() ? first(Part.SOME) : full;
  }

  private Stretch first(Part part) throws IOException {
    ScoreDoc[] found = listing.after(part, Optional.empty(), Reranking.WINDOW);
    return stretch(part, listing.ranked(found), last(found, Reranking.WINDOW));
  }

  /** The hits after those of a stretch. */
  Stretch after(Stretch before) throws IOException {
    ScoreDoc[] found = listing.after(before.part(), before.last(), STRETCH);
    return stretch(before.part(), found, last(found, STRETCH));
  }

  private Stretch stretch(Part part, ScoreDoc[] hits, Optional<SentHit> last) {
    return new Stretch(part, Arrays.stream(hits).map(listing.hits()::sent).toList(), last);
  }

  /** Where to continue; empty when these are all. */
  private static Optional<SentHit> last(ScoreDoc[] found, int most) {
    return found.length < most
        ? Optional.empty()
        : Optional.of(SentHit.place((FieldDoc) found[most - 1]));
  }
}
