package broadsheet.opensearch.plugin;

import java.io.IOException;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** The answer of one shard, or of a node for all shards. Immutable. */
final class BytesAnswer extends ActionResponse {

  private final BytesReference bytes;

  BytesAnswer(BytesReference bytes) {
    this.bytes = bytes;
  }

  BytesAnswer(StreamInput in) throws IOException {
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
