package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lets shards count their articles by sources that are frequent in all of them. Stateless. */
public final class ShardedCoverage {
  private ShardedCoverage() {}

  /** The sources of one shard. */
  public static List<FacetCount> sources(ReaderSnapshot shard) throws IOException {
    return FacetCounter.countAll(shard, FacetField.SOURCE, Integer.MAX_VALUE);
  }

  /** What each shard covers, of the same sources. */
  public static List<Coverage> of(List<ReaderSnapshot> shards, List<String> sources)
      throws IOException {
    List<Coverage> all = new ArrayList<>();
    for (ReaderSnapshot shard : shards) {
      all.add(CoverageCounter.count(shard, sources));
    }
    return all;
  }
}
