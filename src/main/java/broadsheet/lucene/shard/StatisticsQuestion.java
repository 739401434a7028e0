package broadsheet.lucene.shard;

import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import java.io.IOException;
import java.util.List;

/**
 * Asks for term statistics of a shard, in the order of the lookups. Immutable.
 *
 * @param times see {@link broadsheet.lucene.statistics.LocalStatistics#of}
 */
public record StatisticsQuestion(List<StatisticRequest> lookups, int times)
    implements ShardQuestion<List<GlobalStatistic>> {
  @Override
  public List<GlobalStatistic> answer(ShardWork shard) throws IOException {
    return shard.facts(lookups, times);
  }
}
