package broadsheet.lucene.shard;

import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import java.io.IOException;
import java.util.List;

/**
 * Asks for term statistics of a shard, in the order of the lookups. Immutable.
 *
 * @param times see {@link broadsheet.lucene.facts.PartFacts#of}
 */
public record FactsQuestion(List<Lookup> lookups, int times) implements ShardQuestion<List<Fact>> {
  @Override
  public List<Fact> answer(ShardWork shard) throws IOException {
    return shard.facts(lookups, times);
  }
}
