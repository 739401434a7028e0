package broadsheet.lucene.gather;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.lucene.shard.ArchiveQuestion;
import broadsheet.lucene.similar.PartWords;
import broadsheet.lucene.similar.WordSamples;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Samples of a query's hits and of other articles, from all shards. Not thread-safe. */
record GatheredSamples(QueryNode query, Filters filters, ShardedRequest sharded)
    implements WordSamples {

  @Override
  public List<List<PartWords.Sample>> samples(Contrast contrast) throws IOException {
    sharded.lookUp(query);
    return sharded.ask(new ArchiveQuestion.OfSamples(query, filters, contrast));
  }

  @Override
  public List<PartWords> words(List<BytesRef> within, List<BytesRef> around) throws IOException {
    return sharded.ask(new ArchiveQuestion.OfTally(query, filters, within, around));
  }

  @Override
  public Completeness completeness(boolean isInTime) {
    return sharded.completeness(isInTime);
  }
}
