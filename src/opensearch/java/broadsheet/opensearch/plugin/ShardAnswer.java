package broadsheet.opensearch.plugin;

import java.io.IOException;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.transport.TransportResponse;

/** The answer of one shard. Immutable. */
final class ShardAnswer extends TransportResponse {

  private final BytesReference bytes;

  ShardAnswer(BytesReference bytes) {
    this.bytes = bytes;
  }

  ShardAnswer(StreamInput in) throws IOException {
    super(in);
    bytes = in.readBytesReference();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeBytesReference(bytes);
  }

  BytesReference bytes() {
    return bytes;
  }
}
