package broadsheet.lucene.coordinator;

import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.shard.StatisticsQuestion;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.lucene.statistics.StatisticsMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The term statistics that one request knows: those that it gathered, and those that were kept of
 * requests before it. Not thread-safe.
 */
final class RequestStatistics {

  private final ShardedArchive archive;
  private final RequestCalls calls;
  private final Map<StatisticRequest, GlobalStatistic> gathered = new HashMap<>();

  RequestStatistics(ShardedArchive archive, RequestCalls calls) {
    this.archive = archive;
    this.calls = calls;
  }

  /** A fact; null if it is not known yet. */
  @Nullable GlobalStatistic known(StatisticRequest lookup) {
    GlobalStatistic own = gathered.get(lookup);
    return own == null ? archive.facts().get(lookup).orElse(null) : own;
  }

  /**
   * Gathers facts from all shards, and keeps them for other requests if they are whole.
   *
   * @param areInTime whether they were, asked afterwards
   */
  void gather(Set<StatisticRequest> missing, BooleanSupplier areInTime) throws IOException {
    Map<StatisticRequest, GlobalStatistic> found =
        StatisticsMerge.of(
            archive.facts().renewing(missing),
            (lookups, times) -> replies(new StatisticsQuestion(lookups, times)));
    gathered.putAll(found);
    if (calls.isWhole() && areInTime.getAsBoolean()) {
      found.forEach(this::keep);
    }
  }

  private <A> List<A> replies(PartQuestion<A> question) throws IOException {
    List<A> all = new ArrayList<>();
    for (ShardCall.Answer reply : calls.send(question, Map.of(), Optional.empty())) {
      all.add(calls.answer(question, reply));
    }
    return all;
  }

  private void keep(StatisticRequest lookup, GlobalStatistic fact) {
    if (!isCutShort(lookup, fact)) {
      archive.facts().keep(lookup, fact);
    }
  }

  /** Whether a shard ran out of time and named fewer terms than it has and was asked for. */
  private static boolean isCutShort(StatisticRequest lookup, GlobalStatistic fact) {
    return lookup instanceof StatisticRequest.Frequent frequent
        && fact instanceof GlobalStatistic.Terms(List<GlobalStatistic.Counted> terms, boolean isCut)
        && isCut
        && terms.size() < frequent.most();
  }
}
