package broadsheet.opensearch.plugin;

import static org.opensearch.rest.RestRequest.Method.GET;
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
 * {@code POST /INDEX/_broadsheet}: a question to all shards of an index. {@code GET} requests the
 * version that each shard shows. Parameters: {@code limit}, {@code preference} and {@code partial}.
 * {@link AskResponse#body} describes the answer.
 */
final class RestAsk extends BaseRestHandler {

  private static final String PATH = "/{index}/_broadsheet";
  static final String ANSWER_TYPE = "application/octet-stream";

  private final QuestionBody body;

  RestAsk(QuestionBody body) {
    this.body = body;
  }

  @Override
  public String getName() {
    return "broadsheet_ask";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(POST, PATH), new Route(GET, PATH));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    AskRequest ask =
        new AskRequest(
            request.param("index"),
            request.param("preference", ""),
            request.paramAsTime("limit", AskRequest.DEFAULT_LIMIT),
            request.paramAsBoolean("partial", false),
            request.method() == GET ? AskRequest.VERSION : body.of(request));
    return channel ->
        new RestCancellableNodeClient(client, request.getHttpChannel())
            .execute(
                Ask.ACTION,
                ask,
                new RestResponseListener<>(channel) {
                  @Override
                  public RestResponse buildResponse(AskResponse response) {
                    return new BytesRestResponse(RestStatus.OK, ANSWER_TYPE, response.body());
                  }
                });
  }
}
