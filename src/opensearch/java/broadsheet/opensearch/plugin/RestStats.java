package broadsheet.opensearch.plugin;

import static org.opensearch.rest.RestRequest.Method.GET;

import java.util.List;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.action.RestActions.NodesResponseRestListener;
import org.opensearch.transport.client.node.NodeClient;

/** {@code GET /_broadsheet/stats}: the counts of all nodes since each was started. */
final class RestStats extends BaseRestHandler {

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
    return channel ->
        client.execute(
            TransportStats.ACTION,
            new TransportStats.AllNodes(),
            new NodesResponseRestListener<>(channel));
  }
}
