package broadsheet.opensearch;

import java.nio.ByteBuffer;

/**
 * How far a copy of a shard is.
 *
 * @param version of what it shows; each change that is shown makes the same primary's higher
 * @param lastChange the sequence number of the last change that it has, shown or not; -1 for none
 */
record ShardProgress(long version, long lastChange) {

  /** Reads what the plugin sends. */
  static ShardProgress of(byte[] answer) {
    ByteBuffer in = ByteBuffer.wrap(answer);
    return new ShardProgress(in.getLong(), in.getLong());
  }
}
