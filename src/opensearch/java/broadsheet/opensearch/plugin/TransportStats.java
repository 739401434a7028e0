package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.List;
import org.opensearch.action.ActionType;
import org.opensearch.action.FailedNodeException;
import org.opensearch.action.support.ActionFilters;
import org.opensearch.action.support.nodes.BaseNodesRequest;
import org.opensearch.action.support.nodes.TransportNodesAction;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.inject.Inject;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.TransportRequest;
import org.opensearch.transport.TransportService;

/**
 * Gathers the counts of all nodes. The action is in the group {@code cluster_monitor} of the
 * security plugin.
 */
public final class TransportStats
    extends TransportNodesAction<
        TransportStats.AllNodes, StatsResponse, TransportStats.OneNode, NodeStats> {

  private static final String NAME = "cluster:monitor/broadsheet/stats";

  static final ActionType<StatsResponse> ACTION = new ActionType<>(NAME, StatsResponse::new);

  private final NodeCounts counts;

  @Inject
  public TransportStats(
      ThreadPool threads,
      ClusterService cluster,
      TransportService transport,
      ActionFilters filters,
      NodeCounts counts) {
    super(
        NAME,
        threads,
        cluster,
        transport,
        filters,
        AllNodes::new,
        OneNode::new,
        ThreadPool.Names.SAME,
        NodeStats.class);
    this.counts = counts;
  }

  /** A request to all nodes. */
  static final class AllNodes extends BaseNodesRequest<AllNodes> {

    AllNodes() {
      super(new String[0]);
    }

    private AllNodes(StreamInput in) throws IOException {
      super(in);
    }
  }

  /** A request to one of them. */
  static final class OneNode extends TransportRequest {

    private OneNode() {}

    private OneNode(StreamInput in) throws IOException {
      super(in);
    }
  }

  @Override
  protected StatsResponse newResponse(
      AllNodes request, List<NodeStats> nodes, List<FailedNodeException> failures) {
    return new StatsResponse(clusterService.getClusterName(), nodes, failures);
  }

  @Override
  protected OneNode newNodeRequest(AllNodes request) {
    return new OneNode();
  }

  @Override
  protected NodeStats newNodeResponse(StreamInput in) throws IOException {
    return new NodeStats(in);
  }

  @Override
  protected NodeStats nodeOperation(OneNode request) {
    return new NodeStats(transportService.getLocalNode(), counts);
  }
}
