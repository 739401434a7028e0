package broadsheet.opensearch.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.HandledTransportAction;
import org.opensearch.cluster.ClusterState;
import org.opensearch.cluster.block.ClusterBlockException;
import org.opensearch.cluster.block.ClusterBlockLevel;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.action.ActionListener;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Finds the copies of an index's shards and has a question put to them. */
public final class TransportAsk extends HandledTransportAction<AskRequest, AskResponse> {

  private final ClusterService cluster;
  private final TransportService transport;
  private final IndexNameExpressionResolver resolver;
  private final LateNodes late = new LateNodes();

  @Inject
  public TransportAsk(
      Settings settings,
      ClusterService cluster,
      TransportService transport,
      IndicesService indices,
      ActionFilters filters,
      IndexNameExpressionResolver resolver) {
    super(Ask.NAME, transport, filters, AskRequest::new);
    this.cluster = cluster;
    this.transport = transport;
    this.resolver = resolver;
    ShardAnswering answering = new ShardAnswering(indices, Limits.ANSWER.get(settings));
    transport.registerRequestHandler(
        Ask.SHARD_NAME, ThreadPool.Names.SEARCH, ShardAsk::new, answering::answer);
  }

  @Override
  protected void doExecute(Task task, AskRequest request, ActionListener<AskResponse> listener) {
    ClusterState state = cluster.state();
    throwIfBlocked(state.blocks().globalBlockedException(ClusterBlockLevel.READ)); // knows no index
    String index = resolver.concreteIndexNames(state, request)[0];
    if (!index.equals(request.index())) {
      throw new IllegalArgumentException(
          "“%s” is an alias; ask its index, “%s”.".formatted(request.index(), index));
    }
    throwIfBlocked(state.blocks().indexBlockedException(ClusterBlockLevel.READ, index));
    new AskBroadcast(
            transport, task, request, state.nodes(), copies(state, index, request), late, listener)
        .start();
  }

  private static void throwIfBlocked(@Nullable ClusterBlockException blocked) {
    if (blocked != null) {
      throw blocked;
    }
  }

  /** The copies of each shard, those on late nodes last. */
  private List<List<ShardRouting>> copies(ClusterState state, String index, AskRequest request) {
    List<List<ShardRouting>> copies = new ArrayList<>();
    cluster
        .operationRouting()
        .searchShards(state, new String[] {index}, null, request.preference())
        .forEach(
            shard ->
                copies.add(
                    shard.getShardRoutings().stream()
                        .sorted(Comparator.comparing(copy -> late.isLate(copy.currentNodeId())))
                        .toList()));
    if (copies.size() != state.metadata().index(index).getNumberOfShards()) {
      throw new IllegalStateException("routing leaves out shards of " + index);
    }
    return copies;
  }
}
