package broadsheet.lucene.coordinator;

import broadsheet.lucene.shard.ShardCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The shards of one state of an archive. Thread-safe. */
public interface Shards {

  /** The attribute of a node that states which index format it writes and reads. */
  String FORMAT_ATTRIBUTE = "broadsheet.format";

  /** The attribute of a node that states the newest protocol in which it answers. */
  String PROTOCOL_ATTRIBUTE = "broadsheet.protocol";

  /** The number of this program's protocol. */
  int PROTOCOL = ShardCall.PROTOCOL;

  /** The number of the oldest protocol that it understands. */
  int OLDEST_PROTOCOL = ShardCall.OLDEST_PROTOCOL;

  /**
   * The replies of the shards to one call.
   *
   * @param replies the replies of the shards that answered, in the order of the shards; at least
   *     one
   * @param shards the number of shards, including those that did not answer
   */
  record Replies(List<byte[]> replies, int shards) {

    /** Whether all of them answered. */
    boolean isWhole() {
      return replies.size() == shards;
    }
  }

  /**
   * Sends the same call to all shards.
   *
   * @param call see {@link broadsheet.lucene.shard.Shard#answer}
   * @param request names the request: the same copies of the shards answer all calls of a request
   * @param left the time left to wait for replies
   * @param isPatient whether to retry shards that do not answer at once; pointless when the request
   *     already lacks a shard
   * @throws broadsheet.engine.EngineException when none of them answers
   */
  Replies ask(byte[] call, String request, Duration left, boolean isPatient);

  /**
   * Has a node do a search with all of them.
   *
   * @param call see {@link NodeSearches#answer}
   * @param left the time left to wait for the reply
   * @return empty if no node can at the moment
   */
  default Optional<byte[]> search(byte[] call, Duration left) {
    return Optional.empty();
  }

  /**
   * The shards of the index with the passages of the same archive.
   *
   * @return empty if these cannot be asked
   */
  default Optional<Shards> passages(String index) {
    return Optional.empty();
  }

  /** The number of the protocol that all of them know. */
  default int protocol() {
    return PROTOCOL;
  }
}
