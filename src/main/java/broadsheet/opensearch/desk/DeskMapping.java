package broadsheet.opensearch.desk;

import broadsheet.desk.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings and fields of a desk's index. Stateless. */
final class DeskMapping {

  /** The longest indexed term, in UTF-16 units. Lucene's limit is 32,766 bytes. */
  private static final int LONGEST_TERM = 10_000;

  private DeskMapping() {}

  /** The body of the request that creates the index; its metadata name the format. */
  static JsonNode of(int format) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .put("number_of_shards", 1)
        .put("auto_expand_replicas", "0-1")
        .put("replication.type", "DOCUMENT") // so that replicas show every confirmed write
        .put("merge.policy.expunge_deletes_allowed", 0); // so that everything erased is expunged
    ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
    mappings.putObject("_meta").put("format", format);
    ObjectNode fields = mappings.putObject("properties");
    fields.set("changes", stored());
    fields.set(Store.LIST, term());
    fields.putObject(Store.USED).put("type", "long");
    fields.putObject(Store.COUNT).put("type", "integer");
    ObjectNode entry = fields.putObject(Store.ENTRIES).putObject("properties");
    entry.set(Store.FINGERPRINT, term());
    entry.set(Store.ARTICLE, term());
    entry.set(Store.CONTENT, unread());
    fields.set(Store.CONTENT, unread());
    return body;
  }

  private static ObjectNode term() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "keyword")
        .put("ignore_above", LONGEST_TERM)
        .put("doc_values", false);
  }

  private static ObjectNode unread() {
    return JsonNodeFactory.instance.objectNode().put("type", "object").put("enabled", false);
  }

  private static ObjectNode stored() {
    return term().put("index", false);
  }
}
