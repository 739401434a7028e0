package broadsheet.corpus.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Reads values from a JSON stream into memory, up to the size limit of a record. */
public final class BoundedTree extends JsonParserDelegate {
  /** The cost of a token beside its characters, because many small tokens take much memory. */
  private static final int TOKEN = 8;

  private long room;

  private BoundedTree(JsonParser parser, long room) {
    super(parser);
    this.room = room;
  }

  /** A value, and its approximate size in characters. */
  public record Value(JsonNode node, long size) {}

  /**
   * Reads the value that begins at the current token, and stops at its last. An object may also
   * begin at the name of its first field.
   *
   * @return empty if it exceeds the room left; it is then skipped
   */
  public static Optional<Value> read(JsonParser parser, long room) throws IOException {
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
