package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskBroadcast.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.block.ClusterBlockException;
import org.opensearch.cluster.block.ClusterBlockLevel;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.cluster.routing.IndexRoutingTable;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.cluster.routing.ShardRoutingState;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Finds the copies of an index's shards and has questions put to them. Thread-safe. */
public final class Broadcasts {

  private final ClusterService cluster;
  private final TransportService transport;
  private final IndexNameExpressionResolver resolver;
  private final CircuitBreakerService breakers;
  private final NodeLatencies late;

  @Inject
  public Broadcasts(
      ClusterService cluster,
      TransportService transport,
      IndexNameExpressionResolver resolver,
      CircuitBreakerService breakers,
      NodeCounts counts) {
    this.cluster = cluster;
    this.transport = transport;
    this.resolver = resolver;
    this.breakers = breakers;
    late = counts.late();
  }

  /** The copies to ask first, apart from late ones. */
  enum First {
    /** Those that the preference of the request chooses. */
    PREFERRED,

    /** Those on this node, which spares the way to another. */
    LOCAL
  }

  /** Puts a question to all shards. The listener may hear of the end before this returns. */
  void ask(AskTask task, AskRequest request, First first, ActionListener<AskResponse> listener) {
    ClusterState state = cluster.state();
    List<List<ShardRouting>> copies = copies(state, index(state, request), request, first);
    AccountedMemory memory = memory(request);
    ActionListener<AskResponse> last =
        ActionListener.notifyOnce(ActionListener.runAfter(listener, memory::close));
    try {
      memory.add(request.question().length());
      Asked asked = new Asked(task, request, memory);
      new AskBroadcast(transport, asked, state.nodes(), copies, late, last).start();
    } catch (RuntimeException e) {
      last.onFailure(e);
    }
  }

  /** Whether the cluster has an index of a name. */
  boolean has(String index) {
    return cluster.state().metadata().hasIndex(index);
  }

  /** The memory of a request, none of it accounted yet. */
  AccountedMemory memory(AskRequest request) {
    return new AccountedMemory(breakers, "a question to " + request.index());
  }

  private String index(ClusterState state, AskRequest request) {
    throwIfBlocked(state.blocks().globalBlockedException(ClusterBlockLevel.READ)); // knows no index
    String index = resolver.concreteIndexNames(state, request)[0];
    if (!index.equals(request.index())) {
      throw new IllegalArgumentException(
          "“%s” is an alias; ask its index, “%s”.".formatted(request.index(), index));
    }
    throwIfBlocked(state.blocks().indexBlockedException(ClusterBlockLevel.READ, index));
    return index;
  }

  private static void throwIfBlocked(@Nullable ClusterBlockException blocked) {
    if (blocked != null) {
      throw blocked;
    }
  }

  /** The copies of each shard in the order in which they are asked. */
  private List<List<ShardRouting>> copies(
      ClusterState state, String index, AskRequest request, First first) {
    String here = first == First.LOCAL ? state.nodes().getLocalNodeId() : null;
    Comparator<ShardRouting> order =
        Comparator.<ShardRouting, Boolean>comparing(copy -> late.isLate(copy.currentNodeId()))
            .thenComparing(copy -> !copy.currentNodeId().equals(here));
    List<List<ShardRouting>> copies = new ArrayList<>();
    cluster
        .operationRouting()
        .searchShards(state, new String[] {index}, null, request.preference())
        .forEach(shard -> copies.add(shard.getShardRoutings().stream().sorted(order).toList()));
    if (copies.size() != state.metadata().index(index).getNumberOfShards()) {
      throw new IllegalStateException("routing leaves out shards of " + index);
    }
    return copies;
  }

  /**
   * The nodes with copies of an index's shards in the order in which they are asked for a page;
   * none where this node has one.
   */
  List<DiscoveryNode> nearer(String index) {
    ClusterState state = cluster.state();
    IndexRoutingTable shards = state.routingTable().index(index);
    if (shards == null) {
      return List.of();
    }
    Set<DiscoveryNode> holders =
        shards.shardsWithState(ShardRoutingState.STARTED).stream()
            .map(copy -> state.nodes().get(copy.currentNodeId()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (holders.contains(state.nodes().getLocalNode())) {
      return List.of();
    }
    List<DiscoveryNode> nearer = new ArrayList<>(holders);
    Collections.shuffle(nearer, ThreadLocalRandom.current());
    nearer.sort(Comparator.comparing(node -> late.isLate(node.getId())));
    return nearer;
  }

  /** The times of a page that another node makes. */
  HedgedCall.Times pageTimes(AskRequest request) {
    return new HedgedCall.Times(request.limit(), late.pages());
  }

  /** This node's copies while no question waits here, so that no node has all the work. */
  First nearest() {
    boolean isBusy =
        transport.getThreadPool().executor(ThreadPool.Names.SEARCH)
                instanceof ThreadPoolExecutor its
            && !its.getQueue().isEmpty();
    return isBusy ? First.PREFERRED : First.LOCAL;
  }
}
