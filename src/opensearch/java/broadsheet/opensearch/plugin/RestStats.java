package broadsheet.opensearch.plugin;

import static org.opensearch.rest.RestRequest.Method.GET;

import java.util.List;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestActions.NodesResponseRestListener;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code GET /_broadsheet/stats}: the counts of all nodes since each was started. Parameter: {@code
 * timeout}, after which the others are enough.
 */
final class RestStats extends BaseRestHandler {

  private static final TimeValue DEFAULT_TIMEOUT = TimeValue.timeValueSeconds(10);

  @Override
  public String getName() {
    return "broadsheet_stats";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(GET, "/_broadsheet/stats"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    TransportStats.AllNodes nodes =
        new TransportStats.AllNodes().timeout(request.paramAsTime("timeout", DEFAULT_TIMEOUT));
    return channel ->
        client.execute(TransportStats.ACTION, nodes, new NodesResponseRestListener<>(channel));
  }
}
