package broadsheet.lucene.sharded;

import broadsheet.article.Article;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.shard.ArticleQuestion;
import broadsheet.query.tree.QueryCost;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One export, from one state of an archive. Each stretch waits for its turn by itself. Not
 * thread-safe.
 */
final class ShardedExport {

  /** How many articles are fetched at a time. */
  private static final int FETCHED = 100;

  private final SearchRequest request;
  private final ShardedArchive archive;
  private final HeavyQueryLimit heavyQueries;
  private final Duration limit;
  private final boolean isHeavy;
  private final Set<Long> met = new HashSet<>();

  /**
   * @param limit the time from a request to its answer; how long a costly export waits at most for
   *     its first turn
   */
  ShardedExport(
      SearchRequest request, ShardedArchive archive, HeavyQueryLimit heavyQueries, Duration limit) {
    this.request = request;
    this.archive = archive;
    this.heavyQueries = heavyQueries;
    this.limit = limit;
    isHeavy = QueryCost.isHeavy(request.query());
  }

  private <T> T done(Round.Work<T> work) {
    return Round.done(archive, isHeavy, limit, Deadline.none(), work);
  }

  private <T> T inTurn(Duration patience, Supplier<T> work) {
    return isHeavy
        ? heavyQueries.when(patience, work::get).orElseThrow(() -> new EngineBusyException(limit))
        : work.get();
  }

  void to(Consumer<Article> taker) {
    ShardedList.Stretch stretch =
        inTurn(limit.dividedBy(2), () -> done(round -> new ShardedList(request, round).first()));
    handOver(stretch, taker);
    while (stretch.last().isPresent()) {
      ShardedList.Stretch before = stretch;
      stretch =
          inTurn(
              Duration.ofDays(1),
              () -> done(round -> new ShardedList(request, round).after(before)));
      handOver(stretch, taker);
    }
  }

  private void handOver(ShardedList.Stretch stretch, Consumer<Article> taker) {
    List<String> ids =
        stretch.hits().stream().filter(this::isListed).map(h -> h.id().utf8ToString()).toList();
    for (int from = 0; from < ids.size(); from += FETCHED) {
      List<String> some = ids.subList(from, Math.min(from + FETCHED, ids.size()));
      List<Map<String, Article>> shards =
          done(round -> round.ask(new ArticleQuestion.OfArticles(some)));
      for (String id : some) {
        shards.stream()
            .map(shard -> Optional.ofNullable(shard.get(id)))
            .flatMap(Optional::stream)
            .forEach(taker);
      }
    }
  }

  private boolean isListed(SentHit hit) {
    OptionalLong family = request.isFolding() ? hit.family() : OptionalLong.empty();
    return family.isEmpty() || met.add(family.getAsLong());
  }
}
