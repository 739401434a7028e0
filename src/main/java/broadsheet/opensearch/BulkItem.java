package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One change of an index. Immutable. */
public final class BulkItem {

  private static final int LONGEST_ID = 512;

  /** The action of a document that must not be there yet. */
  static final String CREATE = "create";

  /** The name of the plugin's field in documents. */
  static final String FIELD = "broadsheet";

  private final String id;
  private final String lines;

  /**
   * @param lines the lines as OpenSearch's bulk interface takes them
   */
  private BulkItem(String id, String lines) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("an id has 1 to " + LONGEST_ID + " characters: " + id);
    }
    this.id = id;
    this.lines = lines;
  }

  /**
   * Writes an article, or replaces the one with its id.
   *
   * @param routing the routing value; documents with the same one are on the same shard
   * @param document the bytes from which the plugin makes a Lucene document
   * @throws IllegalArgumentException when the cluster would not take the id
   */
  public static BulkItem write(String id, String routing, byte[] document) {
    return new BulkItem(id, head("index", id, routing) + content(document));
  }

  /**
   * Writes an article unless there is one with its id. Sent again, it leaves no deleted copy, which
   * would count in term statistics.
   *
   * @param routing see {@link #write(String, String, byte[])}
   */
  public static BulkItem create(String id, String routing, byte[] document) {
    return new BulkItem(id, head(CREATE, id, routing) + content(document));
  }

  private static String content(byte[] document) {
    String bytes = Base64.getEncoder().encodeToString(document);
    return "{\"%s\":\"%s\"}\n".formatted(FIELD, bytes);
  }

  /**
   * Deletes an article, or does nothing if there is none.
   *
   * @param routing the routing value that it was written with
   */
  public static BulkItem delete(String id, String routing) {
    return new BulkItem(id, head("delete", id, routing));
  }

  /** Writes a document of JSON, or replaces the one with its id. */
  static BulkItem write(String id, JsonNode content) {
    return new BulkItem(id, head("index", id, "") + content + "\n");
  }

  /** Deletes a document of JSON. Does nothing if there is none. */
  static BulkItem delete(String id) {
    return new BulkItem(id, head("delete", id, ""));
  }

  private static String head(String action, String id, String routing) {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    ObjectNode of = head.putObject(action).put("_id", id);
    if (!routing.isEmpty()) {
      of.put("routing", routing);
    }
    return head + "\n";
  }

  String id() {
    return id;
  }

  byte[] lines() {
    return lines.getBytes(StandardCharsets.UTF_8);
  }
}
