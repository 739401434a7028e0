package broadsheet.opensearch.plugin;

import static org.opensearch.rest.RestRequest.Method.GET;
import static org.opensearch.rest.RestRequest.Method.POST;

import java.io.IOException;
import java.util.List;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestResponse;
import org.opensearch.rest.action.RestCancellableNodeClient;
import org.opensearch.rest.action.RestResponseListener;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code POST /INDEX/_broadsheet}: a question to all shards of an index. The body is the question
 * as one CBOR byte string, because OpenSearch refuses bodies of unknown types. {@code GET} requests
 * the version that each shard shows. Parameters: {@code limit}, {@code preference} and {@code
 * partial}. {@link AskResponse#body} describes the answer.
 */
final class RestAsk extends BaseRestHandler {

  private static final TimeValue DEFAULT_LIMIT = TimeValue.timeValueSeconds(30);
  private static final String PATH = "/{index}/_broadsheet";
  private static final String ANSWER_TYPE = "application/octet-stream";

  private final ByteSizeValue longest;

  /**
   * @param longest the longest question
   */
  RestAsk(ByteSizeValue longest) {
    this.longest = longest;
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
            request.paramAsTime("limit", DEFAULT_LIMIT),
            request.paramAsBoolean("partial", false),
            request.method() == GET ? AskRequest.VERSION : question(request));
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

  private BytesReference question(RestRequest request) throws IOException {
    if (request.content().length() > longest.getBytes()) {
      throw new OpenSearchStatusException(
          "A question of more than broadsheet.question.max, " + longest + ".",
          RestStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    if (!request.hasContent() || request.getMediaType() != XContentType.CBOR) {
      throw new IllegalArgumentException("The question is one CBOR byte string.");
    }
    try (XContentParser parser = request.contentParser()) {
      if (parser.nextToken() != XContentParser.Token.VALUE_EMBEDDED_OBJECT) {
        throw new IllegalArgumentException("The question is one CBOR byte string.");
      }
      BytesReference question = new BytesArray(parser.binaryValue());
      if (question.equals(AskRequest.VERSION)) {
        throw new IllegalArgumentException(
            "The question is empty, so it is not from a program of this version.");
      }
      return question;
    }
  }
}
