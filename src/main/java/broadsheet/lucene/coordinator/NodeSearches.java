package broadsheet.lucene.coordinator;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.shard.PageCall;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Coordinates searches for clients in a node of the cluster, beside the shards. Facts that it
 * gathers of a state of an archive are kept for the next searches of the same client. Thread-safe.
 */
public final class NodeSearches {

  /** The most states, each of some megabytes: a few clients with an archive each. */
  private static final int MOST = 8;

  private final Map<State, ShardedArchive> states =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<State, ShardedArchive> eldest) {
          return size() > MOST;
        }
      };

  /** A state of the archive in an index, as a client sees it. */
  private record State(String client, String index, String state) {

    boolean isOfSame(State other) {
      return client.equals(other.client) && index.equals(other.index);
    }
  }

  /**
   * Answers a {@link PageCall}.
   *
   * @param index the name of the index
   * @param state names the state of the archive in it
   * @param shards its shards, as the client may see them, in that state; one that does not answer
   *     fails a call to all
   * @param isCancelled whether nobody waits for the answer any more; then it ends as it does at its
   *     time limit
   * @throws IllegalArgumentException when the call is not from a client of this version
   * @throws broadsheet.engine.EngineException when a shard does not answer
   */
  public byte[] answer(
      byte[] call, String index, String state, Shards shards, BooleanSupplier isCancelled) {
    PageCall.Received asked = asked(call);
    ShardedArchive archive = known(new State(asked.call().client(), index, state)).with(shards);
    try {
      return reply(asked.call(), archive, isCancelled).bytes(asked.protocol());
    } catch (StackOverflowError e) { // which would end the node
      throw new IllegalArgumentException("The question is nested too deeply.", e);
    }
  }

  private static PageCall.Received asked(byte[] call) {
    try {
      return PageCall.of(call);
    } catch (IOException | StackOverflowError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static PageCall.Reply reply(
      PageCall call, ShardedArchive archive, BooleanSupplier isCancelled) {
    PageSearch search = new PageSearch(call, Deadline.in(call.left(), isCancelled));
    try {
      return search.reply(archive);
    } catch (StateGoneException _) {
      return new PageCall.Reply(Optional.empty(), List.of(), true);
    }
  }

  private ShardedArchive known(State state) {
    synchronized (states) {
      ShardedArchive known = states.get(state);
      if (known == null) {
        known = begun(state);
        states.put(state, known);
      }
      return known;
    }
  }

  private ShardedArchive begun(State state) {
    ShardedArchive empty = ShardedArchive.empty();
    return states.entrySet().stream()
        .filter(each -> each.getKey().isOfSame(state))
        .reduce((_, later) -> later)
        .map(latest -> empty.after(latest.getValue()))
        .orElse(empty);
  }
}
