package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.ActionRequestValidationException;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.ValidateActions;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.tasks.TaskId;
import org.opensearch.tasks.Task;

/**
 * A question to every shard of one index. Immutable except for its parent task and, before it is
 * answered, its index: the security plugin takes a request whose index cannot be replaced for one
 * to all indexes, as {@code IndexResolverReplacer} has it.
 */
final class AskRequest extends ActionRequest implements IndicesRequest.Replaceable {

  /** The longest time limit. */
  static final TimeValue LONGEST = TimeValue.timeValueMinutes(10);

  /** The time limit of requests that name none. */
  static final TimeValue DEFAULT_LIMIT = TimeValue.timeValueSeconds(30);

  /** The question for the version that a shard shows, a long. */
  static final BytesReference VERSION = BytesArray.EMPTY;

  /** The preferences that choose copies by their role. */
  private static final Set<String> ROLES = Set.of("_primary", "_replica");

  private String index;
  private final String preference;
  private final TimeValue limit;
  private final boolean partial;
  private final BytesReference question;

  /**
   * @param index its own name, no alias or pattern
   * @param preference one of {@link #ROLES}; otherwise requests with the same text go to the same
   *     copies of the shards; empty if any copy will do
   * @param limit until when a shard must have answered
   * @param partial whether the answers of some shards are enough
   */
  AskRequest(
      String index, String preference, TimeValue limit, boolean partial, BytesReference question) {
    this.index = index;
    this.preference = preference;
    this.limit = limit;
    this.partial = partial;
    this.question = question;
  }

  AskRequest(StreamInput in) throws IOException {
    super(in);
    index = in.readString();
    preference = in.readString();
    limit = in.readTimeValue();
    partial = in.readBoolean();
    question = in.readBytesReference();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeString(index);
    out.writeString(preference);
    out.writeTimeValue(limit);
    out.writeBoolean(partial);
    out.writeBytesReference(question);
  }

  String index() {
    return index;
  }

  String preference() {
    return preference;
  }

  TimeValue limit() {
    return limit;
  }

  boolean isPartial() {
    return partial;
  }

  BytesReference question() {
    return question;
  }

  /** Whether it asks for versions. */
  boolean isForVersion() {
    return question.equals(VERSION);
  }

  @Override
  public String[] indices() {
    return new String[] {index};
  }

  @Override
  public IndicesRequest indices(String... indices) {
    if (indices.length != 1) {
      throw new IllegalArgumentException("a question is to one index");
    }
    index = indices[0];
    return this;
  }

  @Override
  public IndicesOptions indicesOptions() {
    return IndicesOptions.strictSingleIndexNoExpandForbidClosed();
  }

  @Override
  public @Nullable ActionRequestValidationException validate() {
    if (limit.millis() <= 0 || limit.compareTo(LONGEST) > 0) {
      return ValidateActions.addValidationError(
          "The time limit is more than 0 and at most " + LONGEST + ", not " + limit + ".", null);
    }
    return preference.startsWith("_") && !ROLES.contains(preference)
        ? ValidateActions.addValidationError(
            "A preference that begins with “_” is “_primary” or “_replica”.", null)
        : null;
  }

  @Override
  public Task createTask(
      long id, String type, String action, TaskId parent, Map<String, String> headers) {
    return new AskTask(id, type, action, "question to " + index, parent, headers);
  }
}
