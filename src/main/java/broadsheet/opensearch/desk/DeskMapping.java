package broadsheet.opensearch.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings and fields of a desk's index. Stateless. */
final class DeskMapping {

  /** In which list something is. */
  static final String LIST = "list";

  /** When a list was last used, in microseconds since 1970. */
  static final String USED = "used";

  /** How many articles a list has. */
  static final String COUNT = "count";

  /** The articles of a list, in their order. */
  static final String ENTRIES = "entries";

  static final String FINGERPRINT = "fingerprint";
  static final String ARTICLE = "article";

  /** What is read only with its document, and not searched. */
  static final String CONTENT = "content";

  /** No term is longer, in UTF-16 units: Lucene's limit is 32,766 bytes. */
  private static final int LONGEST_TERM = 10_000;

  private DeskMapping() {}

  /** What creates the index. */
  static JsonNode of(int format) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .put("number_of_shards", 1)
        .put("auto_expand_replicas", "0-1")
        .put("replication.type", "DOCUMENT") // so that a copy shows what was confirmed
        .put("merge.policy.expunge_deletes_allowed", 0); // so that all that is erased goes
    ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
    mappings.set("_meta", meta(format));
    ObjectNode fields = mappings.putObject("properties");
    fields.set("changes", stored());
    fields.set(LIST, term());
    fields.putObject(USED).put("type", "long");
    fields.putObject(COUNT).put("type", "integer");
    ObjectNode entry = fields.putObject(ENTRIES).putObject("properties");
    entry.set(FINGERPRINT, term());
    entry.set(ARTICLE, term());
    entry.set(CONTENT, unread());
    fields.set(CONTENT, unread());
    return body;
  }

  /** What names the format of the index. */
  static ObjectNode meta(int format) {
    return JsonNodeFactory.instance.objectNode().put("format", format);
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
