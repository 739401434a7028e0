package broadsheet.opensearch.plugin;

import broadsheet.engine.EngineException;
import broadsheet.lucene.gather.Shards;
import java.time.Duration;
import java.util.Optional;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.bytes.BytesArray;

/**
 * The shards of an index, which this node asks during a search. A call fails where one of them does
 * not answer. Thread-safe.
 *
 * @param task the task of the search
 * @param search the request for the search, whose time limit holds for each call
 * @param first the copies to ask first, the same ones in all calls of the search
 */
record NodeShards(Broadcasts broadcasts, AskTask task, AskRequest search, Broadcasts.First first)
    implements Shards {

  /** Shards observe the time that is left; this adds time for the way there and back. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  @Override
  public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
    PlainActionFuture<AskResponse> reply = PlainActionFuture.newFuture();
    AskRequest question =
        new AskRequest(search.index(), request, limit(left), false, new BytesArray(call));
    broadcasts.ask(task, question, first, reply);
    try {
      return reply.actionGet().replies();
    } catch (OpenSearchStatusException e) {
      throw new EngineException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Optional<Shards> passages(String index) {
    AskRequest there =
        new AskRequest(index, search.preference(), search.limit(), false, search.question());
    return broadcasts.has(index)
        ? Optional.of(new NodeShards(broadcasts, task, there, first))
        : Optional.empty();
  }

  private TimeValue limit(Duration left) {
    Duration longest = Duration.ofMillis(search.limit().millis());
    boolean isLong = left.compareTo(longest.minus(ON_THE_WAY)) > 0;
    return isLong ? search.limit() : TimeValue.timeValueMillis(left.plus(ON_THE_WAY).toMillis());
  }
}
