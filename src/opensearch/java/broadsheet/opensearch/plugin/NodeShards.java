package broadsheet.opensearch.plugin;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.Shards;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesArray;

/**
 * The shards of an index, which this node asks during a search. A call fails where one of them does
 * not answer. Thread-safe.
 *
 * @param search the request for the search, whose time limit holds for each call
 * @param asking asks the shards of the index
 * @param passages asks those of an index that the call names; empty if there is none
 */
record NodeShards(AskRequest search, Asking asking, Function<String, Optional<Asking>> passages)
    implements Shards {

  /** Shards observe the time that is left; this adds time for the way there and back. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  /** Puts a question to all shards of its index. */
  interface Asking {
    void ask(AskRequest question, ActionListener<AskResponse> listener);
  }

  @Override
  public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
    PlainActionFuture<AskResponse> reply = PlainActionFuture.newFuture();
    AskRequest question =
        new AskRequest(search.index(), request, limit(left), false, new BytesArray(call));
    asking.ask(question, reply);
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
    return passages.apply(index).map(each -> new NodeShards(there, each, passages));
  }

  private TimeValue limit(Duration left) {
    Duration longest = Duration.ofMillis(search.limit().millis());
    boolean isLong = left.compareTo(longest.minus(ON_THE_WAY)) > 0;
    return isLong ? search.limit() : TimeValue.timeValueMillis(left.plus(ON_THE_WAY).toMillis());
  }
}
