package broadsheet.opensearch;

import java.nio.ByteBuffer;

/**
 * The progress of a copy of a shard.
 *
 * @param version the version of the documents it shows; the same primary's grows with each change
 *     that it shows
 * @param lastChange the sequence number of the last change that it has, shown or not; -1 for none
 */
record ShardProgress(long version, long lastChange) {

  /** Reads the plugin's reply. */
  static ShardProgress of(byte[] answer) {
    ByteBuffer in = ByteBuffer.wrap(answer);
    return new ShardProgress(in.getLong(), in.getLong());
  }
}
