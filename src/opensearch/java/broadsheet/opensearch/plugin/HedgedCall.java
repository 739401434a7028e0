package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskResponse.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensearch.ExceptionsHelper;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.ReceiveTimeoutTransportException;
import org.opensearch.transport.TransportService;

/**
 * Asks nodes of which each has the answer, with failover and hedging: one after another, the next
 * where one fails and, beside it, where one is late. The first answer counts. The question for
 * versions goes to all of them, and the lowest version is the answer. Thread-safe.
 */
final class HedgedCall {

  /** Sends the question to a node. */
  interface Sender {
    /**
     * Sends it.
     *
     * @param left the time left for an answer
     */
    void send(DiscoveryNode node, TimeValue left, ActionListener<BytesAnswer> answer);
  }

  /**
   * The time for answers.
   *
   * @param limit that of the whole question
   * @param usual the usual one
   */
  record Times(long started, TimeValue limit, NodeLatencies.Usual usual) {

    /** Times that begin now. */
    Times(TimeValue limit, NodeLatencies.Usual usual) {
      this(System.nanoTime(), limit, usual);
    }

    TimeValue left() {
      return TimeValue.timeValueNanos(limit.nanos() - (System.nanoTime() - started));
    }

    String tooLate() {
      return "not within " + limit;
    }
  }

  private final Iterator<DiscoveryNode> nodes;
  private final boolean isForAll;
  private final Times times;
  private final TransportService transport;
  private final Sender sender;
  private final Consumer<Outcome> end;
  private final Consumer<Exception> refusal;
  private @Nullable Outcome known;
  private @Nullable Outcome failure;
  private int waiting;
  private boolean isOver;

  /**
   * @param nodes in the order in which they are asked
   * @param isForAll whether every node is asked
   * @param end takes the outcome, once
   * @param refusal takes what every node would answer
   */
  HedgedCall(
      List<DiscoveryNode> nodes,
      boolean isForAll,
      Times times,
      TransportService transport,
      Sender sender,
      Consumer<Outcome> end,
      Consumer<Exception> refusal) {
    this.nodes = nodes.iterator();
    this.isForAll = isForAll;
    this.times = times;
    this.transport = transport;
    this.sender = sender;
    this.end = end;
    this.refusal = refusal;
  }

  /** Asks the next node; ends if there is none and no answer is awaited. */
  synchronized void askNext() {
    TimeValue left = times.left();
    if (isOver || !nodes.hasNext()) {
      endIfNothingIsAwaited();
    } else if (left.millis() > 0) {
      ask(nodes.next(), left);
    } else {
      failure = unavailable(times.tooLate());
      endIfNothingIsAwaited();
    }
  }

  private void ask(DiscoveryNode node, TimeValue left) {
    waiting++;
    long asked = System.nanoTime();
    ActionListener<BytesAnswer> answer =
        ActionListener.wrap(
            given -> {
              if (!isForAll) {
                times.usual().answered(node.getId(), System.nanoTime() - asked);
              }
              take(given.bytes());
            },
            e -> fail(node, e));
    if (!isForAll && nodes.hasNext()) {
      transport
          .getThreadPool()
          .schedule(() -> askBeside(node), times.usual().patience(), ThreadPool.Names.SAME);
    }
    sender.send(node, left, answer);
  }

  /** Asks another node beside a late one. */
  private synchronized void askBeside(DiscoveryNode node) {
    if (!isOver && waiting > 0) {
      times.usual().late(node.getId());
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
      failure = unavailable(times.tooLate() + ", node " + node.getName());
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
