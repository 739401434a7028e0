package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.opensearch.ExceptionsHelper;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.tasks.TaskCancelledException;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.tasks.CancellableTask;

/** Counts questions by their outcomes. Thread-safe. */
final class AskCounts {

  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  /**
   * Counts a question with a whole answer.
   *
   * @param length that of the answer, in bytes
   * @param started when the question arrived, in {@link System#nanoTime}
   */
  void answered(long length, CancellableTask task, long started) {
    count(task.isCancelled() ? cancelled : answered, started);
    bytes.add(length);
  }

  /** Counts a question without one. */
  void failed(Exception reason, CancellableTask task, long started) {
    if (task.isCancelled() || reason instanceof TaskCancelledException) {
      count(cancelled, started);
    } else {
      boolean isRefusal = ExceptionsHelper.status(reason) == RestStatus.TOO_MANY_REQUESTS;
      count(isRefusal ? refused : failed, started);
    }
  }

  private void count(LongAdder end, long started) {
    end.increment();
    nanos.add(System.nanoTime() - started);
  }

  /** The counts since the node was started. */
  Sums sums() {
    return new Sums(
        answered.sum(), failed.sum(), cancelled.sum(), refused.sum(), bytes.sum(), nanos.sum());
  }

  /**
   * Counts at a moment. Each question is in one of the first four.
   *
   * @param cancelled those that nobody waited for any more
   * @param refused those for which there was no room, in memory or in a queue
   * @param bytes those of all answers
   * @param nanos the time that all questions took
   */
  record Sums(long answered, long failed, long cancelled, long refused, long bytes, long nanos)
      implements Writeable, ToXContentFragment {

    Sums(StreamInput in) throws IOException {
      this(
          in.readVLong(),
          in.readVLong(),
          in.readVLong(),
          in.readVLong(),
          in.readVLong(),
          in.readVLong());
    }

    @Override
    public void writeTo(StreamOutput out) throws IOException {
      out.writeVLong(answered);
      out.writeVLong(failed);
      out.writeVLong(cancelled);
      out.writeVLong(refused);
      out.writeVLong(bytes);
      out.writeVLong(nanos);
    }

    @Override
    public XContentBuilder toXContent(XContentBuilder out, Params params) throws IOException {
      return out.field("answered", answered)
          .field("failed", failed)
          .field("cancelled", cancelled)
          .field("refused", refused)
          .field("answer_bytes", bytes)
          .field("time_in_millis", TimeUnit.NANOSECONDS.toMillis(nanos));
    }
  }
}
