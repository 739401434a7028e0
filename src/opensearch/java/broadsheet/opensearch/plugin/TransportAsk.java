package broadsheet.opensearch.plugin;

import broadsheet.opensearch.plugin.AskBroadcast.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchStatusException;
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
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.indices.IndicesService;
import org.opensearch.tasks.Task;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportService;

/** Finds the copies of an index's shards and has a question put to them. */
public final class TransportAsk extends HandledTransportAction<AskRequest, AskResponse> {

  private final ClusterService cluster;
  private final TransportService transport;
  private final IndexNameExpressionResolver resolver;
  private final CircuitBreakerService breakers;
  private final NodeCounts counts;

  @Inject
  public TransportAsk(
      Settings settings,
      ClusterService cluster,
      TransportService transport,
      IndicesService indices,
      ActionFilters filters,
      IndexNameExpressionResolver resolver,
      CircuitBreakerService breakers,
      NodeCounts counts) {
    super(Ask.NAME, transport, filters, AskRequest::new);
    this.cluster = cluster;
    this.transport = transport;
    this.resolver = resolver;
    this.breakers = breakers;
    this.counts = counts;
    ShardAnswering answering =
        new ShardAnswering(indices, Limits.ANSWER.get(settings), breakers, counts.shards());
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
    List<List<ShardRouting>> copies = copies(state, index, request);
    AccountedMemory memory = new AccountedMemory(breakers, "a question to " + index);
    Asked asked = new Asked((AskTask) task, request, memory);
    ActionListener<AskResponse> last =
        ActionListener.notifyOnce(ActionListener.runAfter(counted(asked, listener), memory::close));
    try {
      memory.add(request.question().length());
      new AskBroadcast(transport, asked, state.nodes(), copies, counts.late(), last).start();
    } catch (RuntimeException e) {
      last.onFailure(e);
    }
  }

  private ActionListener<AskResponse> counted(Asked asked, ActionListener<AskResponse> listener) {
    if (asked.request().isForVersion()) {
      return listener;
    }
    AskCounts questions = counts.questions();
    long started = System.nanoTime();
    return new ActionListener<>() {
      @Override
      public void onResponse(AskResponse response) {
        if (response.failures().isEmpty()) {
          questions.answered(response.length(), asked.task(), started);
        } else {
          Exception reason = new OpenSearchStatusException("incomplete", response.failure());
          questions.failed(reason, asked.task(), started);
        }
        listener.onResponse(response);
      }

      @Override
      public void onFailure(Exception e) {
        questions.failed(e, asked.task(), started);
        listener.onFailure(e);
      }
    };
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
                        .sorted(
                            Comparator.comparing(
                                copy -> counts.late().isLate(copy.currentNodeId())))
                        .toList()));
    if (copies.size() != state.metadata().index(index).getNumberOfShards()) {
      throw new IllegalStateException("routing leaves out shards of " + index);
    }
    return copies;
  }
}
