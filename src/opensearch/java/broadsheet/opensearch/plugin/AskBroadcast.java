package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskResponse.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.opensearch.ExceptionsHelper;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.ActionListenerResponseHandler;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.routing.ShardIterator;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.tasks.Task;
import org.opensearch.transport.ReceiveTimeoutTransportException;
import org.opensearch.transport.TransportRequestOptions;
import org.opensearch.transport.TransportService;

/**
 * Sends one question to all shards: to one copy of each in parallel, and to the next copy if one
 * fails. A copy that does not answer in time is not replaced: there is no time left. The question
 * for versions goes to all copies, one after the other, and the lowest version is the answer.
 */
final class AskBroadcast {

  private final TransportService transport;
  private final Task task;
  private final AskRequest request;
  private final DiscoveryNodes nodes;
  private final List<ShardIterator> copies;
  private final ActionListener<AskResponse> listener;

  private final long started = System.nanoTime();
  private final AtomicReferenceArray<Outcome> outcomes;
  private final AtomicInteger open;

  /**
   * @param copies the copies of each shard, by the numbers of the shards
   */
  AskBroadcast(
      TransportService transport,
      Task task,
      AskRequest request,
      DiscoveryNodes nodes,
      List<ShardIterator> copies,
      ActionListener<AskResponse> listener) {
    this.transport = transport;
    this.task = task;
    this.request = request;
    this.nodes = nodes;
    this.copies = copies;
    this.listener = ActionListener.notifyOnce(listener);
    outcomes = new AtomicReferenceArray<>(copies.size());
    open = new AtomicInteger(copies.size());
  }

  /** Asks all shards. The listener hears of the end, and may do so before this returns. */
  void start() {
    for (int shard = 0; shard < copies.size(); shard++) {
      askNext(shard, null);
    }
  }

  /**
   * @param failure the failure of the copy before; null for the first
   */
  private void askNext(int shard, @Nullable Exception failure) {
    ShardRouting copy = copies.get(shard).nextOrNull();
    DiscoveryNode node = copy == null ? null : nodes.get(copy.currentNodeId());
    TimeValue left = TimeValue.timeValueNanos(request.limit().nanos() - elapsed());
    if (copy == null) {
      end(shard, failure == null ? "no copy of it is available" : reason(failure));
    } else if (left.millis() <= 0) {
      end(shard, "not within " + request.limit());
    } else if (node == null) {
      askNext(shard, failure);
    } else {
      ask(shard, node, new ShardAsk(copy.shardId(), left, request.question()), left);
    }
  }

  private long elapsed() {
    return System.nanoTime() - started;
  }

  private void ask(int shard, DiscoveryNode node, ShardAsk question, TimeValue left) {
    ActionListener<ShardAnswer> answered =
        ActionListener.wrap(answer -> take(shard, answer.bytes()), e -> fail(shard, e));
    transport.sendChildRequest(
        node,
        Ask.SHARD_NAME,
        question,
        task,
        TransportRequestOptions.builder().withTimeout(left).build(),
        new ActionListenerResponseHandler<>(answered, ShardAnswer::new));
  }

  private void take(int shard, BytesReference answer) {
    Outcome known = outcomes.get(shard);
    if (!request.question().equals(AskRequest.VERSION)) {
      close(shard, new Outcome(true, answer));
    } else {
      if (known == null || answer.compareTo(known.bytes()) < 0) {
        outcomes.set(shard, new Outcome(true, answer));
      }
      askNext(shard, null);
    }
  }

  private void fail(int shard, Exception failure) {
    if (ExceptionsHelper.unwrapCause(failure) instanceof IllegalArgumentException refused) {
      listener.onFailure(refused); // as every copy would
    } else if (failure instanceof ReceiveTimeoutTransportException) {
      end(shard, "not within " + request.limit());
    } else {
      askNext(shard, failure);
    }
  }

  private static String reason(Exception failure) {
    return String.valueOf(ExceptionsHelper.unwrapCause(failure).getMessage());
  }

  /** Ends a shard with its answer so far, or as failed for this reason. */
  private void end(int shard, String reason) {
    Outcome known = outcomes.get(shard);
    close(shard, known == null ? new Outcome(false, new BytesArray(reason)) : known);
  }

  private void close(int shard, Outcome outcome) {
    outcomes.set(shard, outcome);
    if (open.decrementAndGet() == 0) {
      finish();
    }
  }

  private void finish() {
    List<Outcome> all = new ArrayList<>();
    for (int shard = 0; shard < copies.size(); shard++) {
      all.add(outcomes.get(shard));
    }
    AskResponse response = new AskResponse(all);
    response
        .failures()
        .filter(failures -> !request.isPartial())
        .ifPresentOrElse(
            failures ->
                listener.onFailure(
                    new OpenSearchStatusException(failures, RestStatus.SERVICE_UNAVAILABLE)),
            () -> listener.onResponse(response));
  }
}
