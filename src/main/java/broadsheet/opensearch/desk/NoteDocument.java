package broadsheet.opensearch.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A note on an entry of a list, as a document of its own, since it may be long. Stateless. */
final class NoteDocument {

  /** What the ids of these documents begin with. */
  static final String PREFIX = "note-";

  private static final String NOTE = "note";

  private NoteDocument() {}

  /**
   * @param list the id of the list, with which it is deleted
   */
  static ObjectNode of(String note, String list) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put(DeskMapping.LIST, list);
    document.putObject(DeskMapping.CONTENT).put(NOTE, note);
    return document;
  }

  static String note(JsonNode document) {
    return document.path(DeskMapping.CONTENT).path(NOTE).asText();
  }
}
