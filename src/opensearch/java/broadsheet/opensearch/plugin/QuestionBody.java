package broadsheet.opensearch.plugin;

import java.io.IOException;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.unit.ByteSizeValue;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.rest.RestRequest;

/**
 * Reads a question from the body of a request: one CBOR byte string, because OpenSearch refuses
 * bodies of unknown types.
 *
 * @param longest the longest question
 */
record QuestionBody(ByteSizeValue longest) {

  /** The question. */
  BytesReference of(RestRequest request) throws IOException {
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
