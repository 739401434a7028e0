package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;

/** The answers of the shards of an index, one outcome a shard, by their numbers. Immutable. */
final class AskResponse extends ActionResponse {

  private static final byte ANSWERED = 0;
  private static final byte FAILED = 1;

  private final List<Outcome> outcomes;

  AskResponse(List<Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  AskResponse(StreamInput in) throws IOException {
    super(in);
    outcomes = in.readList(Outcome::new);
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

  /**
   * The body of the HTTP answer: the number of shards (4 bytes), then for each in order a byte (0
   * answered, 1 failed), a length (4 bytes) and that many bytes, which are the answer or, as UTF-8,
   * the reason. Numbers are big-endian.
   */
  BytesReference body() throws IOException {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      out.writeInt(outcomes.size());
      for (Outcome outcome : outcomes) {
        out.writeByte(outcome.isAnswer() ? ANSWERED : FAILED);
        out.writeInt(outcome.bytes().length());
        outcome.bytes().writeTo(out);
      }
      return out.bytes();
    }
  }

  /**
   * The outcome of a question to one shard.
   *
   * @param isAnswer whether it is an answer rather than a failure
   * @param bytes the answer, or the reason as UTF-8
   */
  record Outcome(boolean isAnswer, BytesReference bytes) implements Writeable {

    Outcome(StreamInput in) throws IOException {
      this(in.readBoolean(), in.readBytesReference());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      out.writeBoolean(isAnswer);
      out.writeBytesReference(bytes);
    }

    /** The reason for a failure. */
    String reason() {
      return bytes.utf8ToString();
    }
  }
}
