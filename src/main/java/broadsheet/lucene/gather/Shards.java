package broadsheet.lucene.gather;

import java.time.Duration;
import java.util.List;

/** The shards of one state of an archive. Thread-safe. */
public interface Shards {

  /**
   * What the shards sent.
   *
   * @param replies of those that answered, in their order; at least one
   * @param shards how many there are
   */
  record Replies(List<byte[]> replies, int shards) {

    /** Whether all of them answered. */
    boolean isWhole() {
      return replies.size() == shards;
    }
  }

  /**
   * Sends the same to all shards.
   *
   * @param call see {@link broadsheet.lucene.shard.Shard#answer}
   * @param request names the request: all calls of one are answered by the same copies of shards
   * @param left how long to wait for their replies
   * @param isPatient whether to try again those that do not answer at once; of no use once a
   *     request has to do without some
   * @throws broadsheet.engine.EngineException when none of them answers
   */
  Replies ask(byte[] call, String request, Duration left, boolean isPatient);
}
