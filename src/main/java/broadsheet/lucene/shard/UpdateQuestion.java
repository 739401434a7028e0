package broadsheet.lucene.shard;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * A question about the updates of a shard. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface UpdateQuestion<A> extends ShardQuestion<A> {

  /** The number of documents in the state that is asked for, of all versions of articles. */
  record OfDocuments() implements UpdateQuestion<Long> {
    @Override
    public Long answer(ShardWork shard) {
      return (long) shard.own().getIndexReader().numDocs();
    }
  }

  /**
   * Documents that the state asked for does not show: copies of earlier updates, and all of later
   * ones.
   *
   * @param most the most to name
   */
  record OfObsolete(int most) implements UpdateQuestion<List<Obsolete>> {
    @Override
    public List<Obsolete> answer(ShardWork shard) throws IOException {
      return shard.hidden().obsolete(most);
    }
  }

  /**
   * The milliseconds since a state before the one that is asked for was asked for; empty if none
   * was on this copy, as it is open.
   */
  record OfReaders() implements UpdateQuestion<OptionalLong> {
    @Override
    public OptionalLong answer(ShardWork shard) throws IOException {
      return shard.sinceEarlier();
    }
  }
}
