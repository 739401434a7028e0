package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a node. Its JSON is read once: nobody else may use a reply whose JSON is changed.
 */
final class Reply {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 500;

  /** In the words of the system, when a disk is full. */
  private static final String NO_SPACE = "No space left on device";

  /** In the words of OpenSearch, which writes no more when a disk is 95 % full. */
  private static final String FLOOD_STAGE = "flood-stage watermark";

  private final URI host;
  private final int status;
  private final byte[] body;
  private volatile @Nullable JsonNode json; // read once

  /**
   * @param host the host that answered
   */
  Reply(URI host, int status, byte[] body) {
    this.host = host;
    this.status = status;
    this.body = body;
  }

  URI host() {
    return host;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  /** A map as JSON. */
  static JsonNode tree(Map<String, ?> map) {
    return JSON.valueToTree(map);
  }

  /** JSON as a map; empty where there is no object. */
  static Map<String, Object> map(JsonNode object) {
    return object.isObject() ? JSON.convertValue(object, new TypeReference<>() {}) : Map.of();
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The number of shards that failed. */
  int failedShards() {
    return json().path("_shards").path("failed").asInt();
  }

  /** Whether another node, or the same one later, may do better: overload and faults. */
  boolean isWorthRetrying() {
    return status == 429 || status >= 500;
  }

  /**
   * The body as JSON.
   *
   * @throws EngineException when it is none
   */
  JsonNode json() {
    try {
      JsonNode known = json;
      JsonNode read = known == null ? JSON.readTree(body) : known;
      json = read;
      return read;
    } catch (IOException e) {
      throw new EngineException("What answers at %s is not OpenSearch.".formatted(host), e);
    }
  }

  /** The type of the error, as {@code index_not_found_exception}; empty if there is none. */
  String errorType() {
    return error().path("type").asText("");
  }

  /** Why it failed, in the cluster's words. */
  String reason() {
    String whole = error().path("reason").asText("");
    String reason = error().at("/root_cause/0/reason").asText(whole); // of "all shards failed"
    String said = reason.isEmpty() ? "HTTP status " + status : reason;
    return said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) + "…" : said;
  }

  /** A reason as a sentence, with advice where a disk is full. */
  static String advised(String reason) {
    String sentence = reason.replaceAll("[.;\\s]+$", "") + ".";
    return reason.contains(NO_SPACE) || reason.contains(FLOOD_STAGE)
        ? sentence
            + " The disk of a node is full: make room on it (/_cat/allocation says on which), and"
            + " start again."
        : sentence;
  }

  /**
   * This reply, if it is a success.
   *
   * @throws NoSuchIndexException if it says that there is no such index
   * @throws EngineException otherwise, with the cluster's reason
   */
  Reply orThrow() {
    if (isSuccess()) {
      return this;
    }
    if (errorType().equals("index_not_found_exception")) {
      throw new NoSuchIndexException("The cluster has no such index: " + reason());
    }
    if (errorType().equals("cluster_manager_not_discovered_exception")) {
      throw new EngineException(
          "The node at %s finds no elected cluster manager: it is cut off from the other nodes, or most of them are down. Try another node."
              .formatted(host.getAuthority()));
    }
    if (status == 429) {
      throw new EngineException(
          "The cluster has no room for this at the moment: %s Try again later."
              .formatted(advised(reason())));
    }
    throw new EngineException("The cluster cannot do what was asked: " + reason());
  }

  private JsonNode error() {
    try {
      return JSON.readTree(body).path("error");
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
