package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.Map;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.index.shard.ShardId;
import org.opensearch.core.tasks.TaskId;
import org.opensearch.tasks.Task;
import org.opensearch.transport.TransportRequest;

/** A question to one copy of one shard. Immutable except for its parent task. */
final class ShardAsk extends TransportRequest implements IndicesRequest {

  private final long arrived = System.nanoTime();
  private final ShardId shard;
  private final TimeValue limit;
  private final BytesReference question;

  /**
   * @param limit the longest wait for the answer
   */
  ShardAsk(ShardId shard, TimeValue limit, BytesReference question) {
    this.shard = shard;
    this.limit = limit;
    this.question = question;
  }

  ShardAsk(StreamInput in) throws IOException {
    super(in);
    shard = new ShardId(in);
    limit = in.readTimeValue();
    question = in.readBytesReference();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    shard.writeTo(out);
    out.writeTimeValue(limit);
    out.writeBytesReference(question);
  }

  /** When it arrived here, in {@link System#nanoTime}. */
  long arrived() {
    return arrived;
  }

  ShardId shard() {
    return shard;
  }

  BytesReference question() {
    return question;
  }

  /** Whether it asks for a version. */
  boolean isForVersion() {
    return question.equals(AskRequest.VERSION);
  }

  /** Whether nobody waits for the answer any more, because the request queued too long here. */
  boolean isOverdue() {
    return System.nanoTime() - arrived > limit.nanos();
  }

  @Override
  public String[] indices() {
    return new String[] {shard.getIndexName()};
  }

  @Override
  public IndicesOptions indicesOptions() {
    return IndicesOptions.strictSingleIndexNoExpandForbidClosed();
  }

  @Override
  public Task createTask(
      long id, String type, String action, TaskId parent, Map<String, String> headers) {
    return new AskTask(id, type, action, "question to " + shard, parent, headers);
  }
}
