package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an index of plain JSON, each known by an id of letters, digits and hyphens.
 * Reading by id sees each change that was confirmed. Every method tries all hosts until one
 * succeeds or the time is up, and throws an {@link EngineException} that says why it cannot.
 * Repeating any of them is harmless. Thread-safe; holds nothing that needs to be closed.
 */
public final class Documents {

  /** Time limit for reading. */
  private static final Duration READ = Duration.ofSeconds(10);

  /** Time limit for writing, in which a lost node is noticed and replaced. */
  private static final Duration WRITE = Duration.ofSeconds(30);

  private static final int MOST_READ_AT_ONCE = 500;

  /** The most hits of a search, as OpenSearch limits them. */
  private static final int MOST_FOUND = 10_000;

  private final Location location;
  private final ClusterAccess access;
  private final String index;
  private @Nullable ClusterHttp client;
  private @Nullable HedgedReads reads;

  private Documents(Location location, ClusterAccess access, String index) {
    this.location = location;
    this.access = access;
    this.index = index;
  }

  /** The documents of an index, which need not exist; no node is contacted yet. */
  public static Documents of(Location location, ClusterAccess access, String index) {
    return new Documents(location, access, index);
  }

  private synchronized ClusterHttp http() {
    if (client == null) {
      client = new ClusterHttp(location.hosts(), access);
    }
    return client;
  }

  private synchronized HedgedReads reads() {
    if (reads == null) {
      reads = new HedgedReads(http());
    }
    return reads;
  }

  /**
   * A document as it was read.
   *
   * @param version the version of this content, which no other has
   */
  public record Document(Version version, ObjectNode content) {}

  /** Names one content of a document, as OpenSearch counts changes. */
  public record Version(long number, long term) {}

  /** The name of the index. */
  public String index() {
    return index;
  }

  /** The {@code _meta} of the index's mapping; empty when there is no such index. */
  public Optional<Map<String, Object>> meta() {
    String path = "/" + index + "?ignore_unavailable=true&filter_path=*.aliases,*.mappings._meta";
    JsonNode answer = http().send(Call.get(path), READ).orThrow().json();
    return ClusterIndex.all(answer).stream().map(ClusterIndex::meta).findFirst();
  }

  /** Creates the index, or leaves one of that name as it is. */
  public void create(JsonNode settingsAndMappings) {
    Reply reply = http().send(Call.put("/" + index, settingsAndMappings.toString()), WRITE);
    if (!reply.errorType().equals("resource_already_exists_exception")) {
      reply.orThrow();
    }
  }

  /** Deletes the index with all documents. Does nothing if there is none. */
  public void drop() {
    http().deleteIndex(index, WRITE);
  }

  /** The document of an id; empty when there is none. */
  public Optional<Document> get(String id) {
    return Optional.ofNullable(get(List.of(id)).get(id));
  }

  /** The documents with these ids; one that does not exist is absent. */
  public Map<String, Document> get(Collection<String> ids) {
    Map<String, Document> found = new LinkedHashMap<>();
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += MOST_READ_AT_ONCE) {
      found.putAll(read(all.subList(from, Math.min(all.size(), from + MOST_READ_AT_ONCE))));
    }
    return found;
  }

  private Map<String, Document> read(List<String> ids) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    ArrayNode wanted = question.putArray("ids");
    ids.forEach(wanted::add);
    Reply reply =
        reads()
            .read(
                copies -> Call.post(path("_mget", copies), question.toString()),
                each -> each.isSuccess() ? fault(each).isEmpty() : !each.isWorthRetrying(),
                READ);
    fault(reply.orThrow())
        .ifPresent(
            reason -> {
              throw new EngineException("%s cannot be read: %s".formatted(index, reason));
            });
    Map<String, Document> found = new LinkedHashMap<>();
    for (JsonNode each : reply.json().path("docs")) {
      if (each.path("found").asBoolean() && each.path("_source") instanceof ObjectNode content) {
        Version version =
            new Version(each.path("_seq_no").asLong(), each.path("_primary_term").asLong());
        found.put(each.path("_id").asText(), new Document(version, content));
      }
    }
    return found;
  }

  private String path(String action, String copies) {
    return "/%s/%s?preference=%s".formatted(index, action, copies);
  }

  /** Why a document could not be read; empty when all could, or there is no index. */
  private static Optional<String> fault(Reply reply) {
    for (JsonNode each : reply.json().path("docs")) {
      JsonNode error = each.path("error");
      if (error.isObject() && !error.path("type").asText().equals("index_not_found_exception")) {
        return Optional.of(error.path("reason").asText());
      }
    }
    return Optional.empty();
  }

  /**
   * Writes a document if it is still as it was read. {@link #search} finds it as soon as this
   * returns.
   *
   * @param read the version that was read; empty when there was none
   * @return whether it is written; false when there is another version now, which may be this one
   *     after a try whose answer was lost
   */
  public boolean put(String id, Optional<Version> read, JsonNode content) {
    String path =
        read.map(
                version ->
                    "/%s/_doc/%s?if_seq_no=%s&if_primary_term=%s&refresh=true"
                        .formatted(index, id, version.number(), version.term()))
            .orElse("/%s/_create/%s?refresh=true".formatted(index, id));
    Reply reply = http().send(Call.put(path, content.toString()), WRITE);
    return !isConflict(reply) && reply.orThrow().isSuccess();
  }

  private static boolean isConflict(Reply reply) {
    return reply.errorType().equals("version_conflict_engine_exception");
  }

  /**
   * Writes documents, whether or not they exist; {@link #search} finds them after {@link #refresh}.
   */
  public void putAll(Map<String, ? extends JsonNode> contents) {
    bulk(contents.entrySet().stream().map(each -> BulkItem.write(each.getKey(), each.getValue())));
  }

  /** Deletes documents. Does nothing for those that do not exist. */
  public void deleteAll(Collection<String> ids) {
    bulk(ids.stream().map(BulkItem::delete));
  }

  /** Deletes the documents that a query in OpenSearch's own language finds. */
  public void deleteWhere(JsonNode query) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", MOST_FOUND);
    question.put("_source", false).set("query", query);
    List<String> found;
    do {
      refresh();
      found = search(question, WRITE).stream().map(hit -> hit.path("_id").asText()).toList();
      deleteAll(found);
    } while (!found.isEmpty());
  }

  private void bulk(Stream<BulkItem> items) {
    Map<String, String> rejected = new Bulk(http(), index, WRITE).write(items.iterator());
    rejected.forEach(
        (id, reason) -> {
          throw new EngineException("%s does not take %s: %s".formatted(index, id, reason));
        });
  }

  /**
   * Removes deleted documents from the disks of all nodes. The nodes keep them for about half a
   * minute, for copies that may have to catch up.
   *
   * @return whether no deleted document is left
   */
  public boolean expunge() {
    http().send(Call.post("/" + index + "/_flush?force=true"), WRITE).orThrow();
    http().send(Call.post("/" + index + "/_forcemerge?only_expunge_deletes=true"), WRITE).orThrow();
    JsonNode stats = http().send(Call.get("/" + index + "/_stats/docs"), READ).orThrow().json();
    return stats.at("/_all/total/docs/deleted").asLong() == 0;
  }

  /** Lets {@link #search} find all that was written. */
  public void refresh() {
    http().send(Call.post("/" + index + "/_refresh"), WRITE).orThrow();
  }

  /** The hits of a search in OpenSearch's own language; none when there is no such index. */
  public List<JsonNode> search(JsonNode question) {
    return search(question, READ);
  }

  private List<JsonNode> search(JsonNode question, Duration limit) {
    Reply reply =
        reads()
            .read(
                copies ->
                    Call.post(
                        path("_search", copies) + "&allow_partial_search_results=false",
                        question.toString()),
                each -> !each.isWorthRetrying(),
                limit);
    if (reply.errorType().equals("index_not_found_exception")) {
      return List.of();
    }
    return List.copyOf(reply.orThrow().json().path("hits").path("hits").valueStream().toList());
  }
}
