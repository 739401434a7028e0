package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskResponse.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensearch.ExceptionsHelper;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.transport.ReceiveTimeoutTransportException;

/**
 * One shard that is asked: its copies one after another, the next where one fails and, beside it,
 * where one is late. The first answer counts. The question for versions goes to all copies, and the
 * lowest version is the answer. Thread-safe.
 */
final class AskedShard {

  /** Sends to a copy and watches the time. */
  interface Asking {
    /** The node that holds a copy; null if it has left the cluster. */
    @Nullable DiscoveryNode node(ShardRouting copy);

    /** The time left for an answer. */
    TimeValue left();

    /** Says that there was no answer within the time limit. */
    String tooLate();

    /** Sends the question. */
    void send(
        ShardRouting copy, DiscoveryNode node, TimeValue left, ActionListener<BytesAnswer> answer);

    /** Runs something once the usual time of an answer is over. */
    void later(Runnable task);
  }

  private final Iterator<ShardRouting> copies;
  private final boolean isForAll;
  private final LateNodes late;
  private final Asking asking;
  private final Consumer<Outcome> end;
  private final Consumer<Exception> refusal;
  private @Nullable Outcome known;
  private @Nullable Outcome failure;
  private int waiting;
  private boolean isOver;

  /**
   * @param copies in the order in which they are asked
   * @param isForAll whether every copy is asked
   * @param end takes the outcome, once
   * @param refusal takes what every copy would answer
   */
  AskedShard(
      List<ShardRouting> copies,
      boolean isForAll,
      LateNodes late,
      Asking asking,
      Consumer<Outcome> end,
      Consumer<Exception> refusal) {
    this.copies = copies.iterator();
    this.isForAll = isForAll;
    this.late = late;
    this.asking = asking;
    this.end = end;
    this.refusal = refusal;
  }

  /** Asks the next copy; ends if there is none and no answer is awaited. */
  synchronized void askNext() {
    while (!isOver && copies.hasNext()) {
      TimeValue left = asking.left();
      if (left.millis() <= 0) {
        failure = unavailable(asking.tooLate());
        break;
      }
      ShardRouting copy = copies.next();
      DiscoveryNode node = asking.node(copy);
      if (node != null) {
        ask(copy, node, left);
        return;
      }
    }
    endIfNothingIsAwaited();
  }

  private void ask(ShardRouting copy, DiscoveryNode node, TimeValue left) {
    waiting++;
    long asked = System.nanoTime();
    ActionListener<BytesAnswer> answer =
        ActionListener.wrap(
            given -> {
              if (!isForAll) {
                late.answered(node.getId(), System.nanoTime() - asked);
              }
              take(given.bytes());
            },
            e -> fail(node, e));
    if (!isForAll && copies.hasNext()) {
      asking.later(() -> askBeside(node));
    }
    asking.send(copy, node, left, answer);
  }

  /** Asks another copy beside a late one. */
  private synchronized void askBeside(DiscoveryNode node) {
    if (!isOver && waiting > 0) {
      late.late(node.getId());
      askNext();
    }
  }

  private synchronized void take(BytesReference answer) {
    waiting--;
    if (known == null || answer.compareTo(known.bytes()) < 0) {
      known = Outcome.answer(answer);
    }
    if (isForAll) {
      askNext();
    } else {
      end(known);
    }
  }

  private synchronized void fail(DiscoveryNode node, Exception e) {
    waiting--;
    Throwable cause = ExceptionsHelper.unwrapCause(e);
    if (cause instanceof IllegalArgumentException refused) {
      refusal.accept(refused);
    } else if (e instanceof ReceiveTimeoutTransportException) {
      failure = unavailable(asking.tooLate() + ", node " + node.getName());
      endIfNothingIsAwaited();
    } else {
      String reason = cause.getMessage() + ", node " + node.getName();
      boolean isRefusal = ExceptionsHelper.status(cause) == RestStatus.TOO_MANY_REQUESTS;
      failure =
          isRefusal ? Outcome.failure(RestStatus.TOO_MANY_REQUESTS, reason) : unavailable(reason);
      askNext();
    }
  }

  private void endIfNothingIsAwaited() {
    if (waiting == 0) {
      Outcome reason = failure == null ? unavailable("no copy of it is available") : failure;
      end(known == null ? reason : known);
    }
  }

  private static Outcome unavailable(String reason) {
    return Outcome.failure(RestStatus.SERVICE_UNAVAILABLE, reason);
  }

  private void end(Outcome outcome) {
    if (!isOver) {
      isOver = true;
      end.accept(outcome);
    }
  }
}
