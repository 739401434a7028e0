package broadsheet.opensearch.desk;

import broadsheet.desk.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A lock on a document, stored in the document itself.
 *
 * @param holder a unique name of the holder; empty when nobody holds the document
 * @param beat a number that grows as long as the holder lives
 * @param knocks the number of probes by waiting programs since the last beat
 */
record Hold(String holder, long beat, int knocks) {

  static final Hold NONE = by("");

  private static final String HOLDER = "holder";
  private static final String BEAT = "beat";
  private static final String KNOCKS = "knocks";

  static Hold by(String holder) {
    return new Hold(holder, 0, 0);
  }

  boolean isNone() {
    return holder.isEmpty();
  }

  Hold beaten() {
    return new Hold(holder, beat + 1, 0);
  }

  Hold knocked() {
    return new Hold(holder, beat, knocks + 1);
  }

  /** Removes the hold from a document and returns it. */
  static Hold takenFrom(ObjectNode document) {
    JsonNode content = document.path(Store.CONTENT);
    Hold hold =
        new Hold(
            content.path(HOLDER).asText(),
            content.path(BEAT).asLong(),
            content.path(KNOCKS).asInt());
    if (content instanceof ObjectNode fields) {
      fields.remove(List.of(HOLDER, BEAT, KNOCKS));
    }
    return hold;
  }

  /** Writes the hold into a document without one. */
  void putInto(ObjectNode document) {
    if (!isNone()) {
      document.withObject(Store.CONTENT).put(HOLDER, holder).put(BEAT, beat).put(KNOCKS, knocks);
    }
  }
}
