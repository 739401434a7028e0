package broadsheet.opensearch.plugin;

import static org.opensearch.rest.RestRequest.Method.POST;

import java.io.IOException;
import java.util.List;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestResponse;
import org.opensearch.rest.action.RestCancellableNodeClient;
import org.opensearch.rest.action.RestResponseListener;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code POST /INDEX/_broadsheet/page}: a search of all shards of an index, which this node does.
 * Parameter: {@code limit}.
 */
final class RestPage extends BaseRestHandler {

  private final QuestionBody body;

  RestPage(QuestionBody body) {
    this.body = body;
  }

  @Override
  public String getName() {
    return "broadsheet_page";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(POST, "/{index}/_broadsheet/page"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    AskRequest page =
        new AskRequest(
            request.param("index"),
            "",
            request.paramAsTime("limit", AskRequest.DEFAULT_LIMIT),
            false,
            body.of(request));
    return channel ->
        new RestCancellableNodeClient(client, request.getHttpChannel())
            .execute(
                TransportPage.ACTION,
                page,
                new RestResponseListener<>(channel) {
                  @Override
                  public RestResponse buildResponse(BytesAnswer answer) {
                    return new BytesRestResponse(
                        RestStatus.OK, RestAsk.ANSWER_TYPE, answer.bytes());
                  }
                });
  }
}
