package broadsheet.lucene.shard;

import java.io.IOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.jspecify.annotations.Nullable;

/**
 * The serializer of one declared type in a {@link WireProtocol}: writes its values and reads them.
 * Refuses malformed bytes with an exception of any kind. Thread-safe.
 */
interface WireForm {

  /**
   * Writes a value.
   *
   * @param value null only where the declared type is not a primitive one
   */
  void write(@Nullable Object value, DataOutput out) throws IOException;

  @Nullable Object read(ByteArrayDataInput in) throws IOException;
}
