package broadsheet.desk.store.sqlite;

import broadsheet.desk.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The arrays of documents that may be long. Each item is a row, so a change of one item does not
 * rewrite the others. A document has at most one such array.
 */
enum ItemArray {
  ENTRY(Store.ENTRIES, false),
  LIST("lists", true),
  SEARCH("searches", true),
  MARK("marks", true);

  private final String array;
  private final boolean isInContent;

  ItemArray(String array, boolean isInContent) {
    this.array = array;
    this.isInContent = isInContent;
  }

  /** The name of the array. */
  String array() {
    return array;
  }

  /** The kind of the rows with its items. */
  String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The array of a document; empty when it has none. */
  static Optional<ItemArray> of(ObjectNode document) {
    return Arrays.stream(values()).filter(each -> each.found(document).isArray()).findFirst();
  }

  private JsonNode found(ObjectNode document) {
    return (isInContent ? document.path(Store.CONTENT) : document).path(array);
  }

  /** The items of a document that has this array. */
  ArrayNode in(ObjectNode document) {
    return (ArrayNode) found(document);
  }

  /** A copy of a document that has this array, with the array empty. */
  ObjectNode without(ObjectNode document) {
    ObjectNode copy = document.objectNode().setAll(document);
    ObjectNode around = copy;
    if (isInContent && document.path(Store.CONTENT) instanceof ObjectNode content) {
      around = document.objectNode().setAll(content);
      copy.set(Store.CONTENT, around);
    }
    around.putArray(array);
    return copy;
  }
}
