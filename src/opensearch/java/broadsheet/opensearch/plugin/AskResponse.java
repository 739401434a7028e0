package broadsheet.opensearch.plugin;

import broadsheet.lucene.coordinator.Shards;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opensearch.common.bytes.ReleasableBytesReference;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.bytes.CompositeBytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.rest.RestStatus;

/** The answers of the shards of an index, one outcome a shard, by their numbers. Immutable. */
final class AskResponse extends ActionResponse {

  private static final byte ANSWERED = 0;
  private static final byte FAILED = 1;

  private final List<Outcome> outcomes;
  private final @Nullable AccountedMemory memory;

  /**
   * @param memory that of the answers
   */
  AskResponse(List<Outcome> outcomes, AccountedMemory memory) {
    this.outcomes = outcomes;
    this.memory = memory;
  }

  AskResponse(StreamInput in) throws IOException {
    super(in);
    outcomes = in.readList(Outcome::new);
    memory = null; // is accounted where the answers were gathered
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeList(outcomes);
  }

  /** The shards that did not answer and why, as one sentence; empty when all answered. */
  Optional<String> failures() {
    List<String> failed =
        IntStream.range(0, outcomes.size())
            .filter(shard -> !outcomes.get(shard).isAnswer())
            .mapToObj(shard -> "shard " + shard + " (" + outcomes.get(shard).reason() + ")")
            .toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of %s shards did not answer: %s"
                .formatted(failed.size(), outcomes.size(), String.join(", ", failed)));
  }

  /** The status of the failures: whether there was no room for an answer. */
  RestStatus failure() {
    return outcomes.stream().anyMatch(each -> each.status() == RestStatus.TOO_MANY_REQUESTS)
        ? RestStatus.TOO_MANY_REQUESTS
        : RestStatus.SERVICE_UNAVAILABLE;
  }

  /** The answers, if all shards answered. */
  Shards.Replies replies() {
    List<byte[]> answers =
        outcomes.stream().map(each -> BytesReference.toBytes(each.bytes())).toList();
    return new Shards.Replies(answers, outcomes.size());
  }

  /** The number of bytes of the answers and reasons. */
  long length() {
    return outcomes.stream().mapToLong(each -> each.bytes().length()).sum();
  }

  /**
   * The body of the HTTP answer: the number of shards (4 bytes), then for each in order a byte (0
   * answered, 1 failed), a length (4 bytes) and that many bytes, which are the answer or, as UTF-8,
   * the reason. Numbers are big-endian. The memory is held until the body is closed.
   */
  BytesReference body() {
    List<BytesReference> parts = new ArrayList<>();
    parts.add(new BytesArray(ByteBuffer.allocate(Integer.BYTES).putInt(outcomes.size()).array()));
    for (Outcome outcome : outcomes) {
      parts.add(
          new BytesArray(
              ByteBuffer.allocate(1 + Integer.BYTES)
                  .put(outcome.isAnswer() ? ANSWERED : FAILED)
                  .putInt(outcome.bytes().length())
                  .array()));
      parts.add(outcome.bytes());
    }
    BytesReference body = CompositeBytesReference.of(parts.toArray(BytesReference[]::new));
    return memory == null ? body : new ReleasableBytesReference(body, memory.held());
  }

  /**
   * The outcome of a question to one shard.
   *
   * @param status OK for an answer; otherwise the status of a failure
   * @param bytes the answer, or the reason as UTF-8
   */
  record Outcome(RestStatus status, BytesReference bytes) implements Writeable {

    Outcome(StreamInput in) throws IOException {
      this(RestStatus.readFrom(in), in.readBytesReference());
    }

    /** An answer. */
    static Outcome answer(BytesReference bytes) {
      return new Outcome(RestStatus.OK, bytes);
    }

    /** A failure. */
    static Outcome failure(RestStatus status, String reason) {
      return new Outcome(status, new BytesArray(reason));
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      RestStatus.writeTo(out, status);
      out.writeBytesReference(bytes);
    }

    boolean isAnswer() {
      return status == RestStatus.OK;
    }

    /** The reason for a failure. */
    String reason() {
      return bytes.utf8ToString();
    }
  }
}
