package broadsheet.corpus.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Reads values of a stream of JSON into memory, but no more than a record may have. */
final class BoundedTree extends JsonParserDelegate {
  /** What a token takes beside its characters, for many small ones take much memory. */
  private static final int TOKEN = 8;

  private long room;

  private BoundedTree(JsonParser parser, long room) {
    super(parser);
    this.room = room;
  }

  /** A value, and the characters it has about. */
  record Value(JsonNode node, long size) {}

  /**
   * Reads the value that begins with the current token, and stops at its last. An object may also
   * begin with its first field's name.
   *
   * @return empty when it is longer than the room for it; it is passed over then
   */
  static Optional<Value> read(JsonParser parser, long room) throws IOException {
    int depth = parser.getParsingContext().getNestingDepth();
    boolean isNested =
        parser.currentToken().isStructStart() || parser.hasToken(JsonToken.FIELD_NAME);
    BoundedTree bounded = new BoundedTree(parser, room);
    try {
      JsonNode node = LenientJson.MAPPER.readTree(bounded);
      return Optional.of(new Value(node, room - bounded.room));
    } catch (TooLong e) {
      while (isNested && parser.getParsingContext().getNestingDepth() >= depth) {
        if (parser.nextToken() == null) {
          break;
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    boolean hasText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
    room -= TOKEN + (hasText ? getTextLength() : 0);
    if (room < 0) {
      throw new TooLong();
    }
    return token;
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
