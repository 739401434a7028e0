package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskResponse.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.ActionListenerResponseHandler;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.breaker.CircuitBreakingException;
import org.opensearch.core.index.shard.ShardId;
import org.opensearch.transport.TransportRequestOptions;
import org.opensearch.transport.TransportService;

/** Sends one question to all shards in parallel; see {@link HedgedCall}. Thread-safe. */
final class AskBroadcast {

  private final TransportService transport;
  private final Asked asked;
  private final AskRequest request;
  private final DiscoveryNodes nodes;
  private final ActionListener<AskResponse> listener;

  private final HedgedCall.Times times;
  private final List<HedgedCall> shards = new ArrayList<>();
  private final AtomicReferenceArray<Outcome> outcomes;
  private final AtomicInteger open;

  /**
   * A question.
   *
   * @param memory that of the question, to which those of the answers are added
   */
  record Asked(AskTask task, AskRequest request, AccountedMemory memory) {}

  /**
   * @param copies the copies of each shard in the order in which they are asked, by the numbers of
   *     the shards
   */
  AskBroadcast(
      TransportService transport,
      Asked asked,
      DiscoveryNodes nodes,
      List<List<ShardRouting>> copies,
      NodeLatencies late,
      ActionListener<AskResponse> listener) {
    this.transport = transport;
    this.asked = asked;
    request = asked.request();
    this.nodes = nodes;
    times = new HedgedCall.Times(request.limit(), late.shards());
    this.listener = ActionListener.notifyOnce(listener);
    outcomes = new AtomicReferenceArray<>(copies.size());
    open = new AtomicInteger(copies.size());
    for (List<ShardRouting> its : copies) {
      shards.add(shard(shards.size(), its));
    }
  }

  private HedgedCall shard(int shard, List<ShardRouting> copies) {
    return new HedgedCall(
        copies.stream()
            .map(copy -> nodes.get(copy.currentNodeId()))
            .filter(Objects::nonNull) // has not left the cluster
            .toList(),
        request.isForVersion(),
        times,
        transport,
        (node, left, answer) -> send(node, copies.getFirst().shardId(), left, answer),
        outcome -> close(shard, outcome),
        listener::onFailure);
  }

  /** Asks all shards. The listener hears of the end, and may do so before this returns. */
  void start() {
    shards.forEach(HedgedCall::askNext);
  }

  private void send(
      DiscoveryNode node, ShardId shard, TimeValue left, ActionListener<BytesAnswer> answer) {
    transport.sendChildRequest(
        node,
        Ask.SHARD_NAME,
        new ShardAsk(shard, left, request.question()),
        asked.task(),
        TransportRequestOptions.builder().withTimeout(left).build(),
        new ActionListenerResponseHandler<>(
            ActionListener.wrap(given -> gather(given, answer), answer::onFailure),
            BytesAnswer::new));
  }

  /** Fails as a whole where the answers do not fit together: all copies would answer the same. */
  private void gather(BytesAnswer given, ActionListener<BytesAnswer> answer) {
    try {
      asked.memory().add(given.bytes().length());
    } catch (CircuitBreakingException e) {
      listener.onFailure(e);
      return;
    }
    answer.onResponse(given);
  }

  private void close(int shard, Outcome outcome) {
    outcomes.set(shard, outcome);
    if (open.decrementAndGet() == 0) {
      finish();
    }
  }

  private void finish() {
    List<Outcome> all = new ArrayList<>();
    for (int shard = 0; shard < shards.size(); shard++) {
      all.add(outcomes.get(shard));
    }
    AskResponse response = new AskResponse(all, asked.memory());
    response
        .failures()
        .filter(failures -> !request.isPartial())
        .ifPresentOrElse(
            failures ->
                listener.onFailure(new OpenSearchStatusException(failures, response.failure())),
            () -> listener.onResponse(response));
  }
}
