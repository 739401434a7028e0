package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * An OpenSearch cluster with our plugin. Every method tries all hosts until one succeeds or the
 * time is up, and throws an {@link EngineException} that says why it cannot. Repeating any of them
 * is harmless. Thread-safe.
 */
public final class Cluster implements AutoCloseable {

  /** Time limit for an administrative step, which may have to wait for an election. */
  static final Duration ADMINISTRATION = Duration.ofMinutes(2);

  /** Time limit for a merge, which rewrites the whole index. */
  private static final Duration MERGE = Duration.ofHours(12);

  static final Duration CHECK = Duration.ofSeconds(10);

  /** The longest wait for one node among all: less than a try of a check takes. */
  private static final Duration SILENT = Duration.ofSeconds(2);

  private final ClusterHttp http;
  private final ShardCalls shards;
  private final HealthCalls health;

  private Cluster(ClusterHttp http) {
    this.http = http;
    shards = new ShardCalls(http);
    health = new HealthCalls(http);
  }

  /** The cluster at a location; no node is contacted yet. */
  public static Cluster of(Location location, ClusterAccess access) {
    return new Cluster(new ClusterHttp(location.hosts(), access));
  }

  /**
   * Every node that cannot hold archives of a format, one line each that says what to do; empty
   * when all can. A node that does not answer is left out.
   */
  public List<String> check(int format) {
    Call call = Call.get("/_nodes/jvm,plugins?timeout=" + SILENT.toMillis() + "ms");
    return ClusterCheck.problems(json(call, CHECK), format);
  }

  /**
   * The number of the newest protocol that all nodes know, at most this program's.
   *
   * @throws EngineException when a node knows only older ones than this program
   */
  int protocol() {
    String known = // asks no node
        "/_cluster/state/nodes?local=true&filter_path=nodes.*.name,nodes.*.attributes";
    return ClusterCheck.protocol(json(Call.get(known), CHECK));
  }

  /**
   * Puts a question to every shard of an index and waits for all of them.
   *
   * @param index its own name, no alias
   * @param preference questions with the same text go to the same copies; empty if any will do
   * @param limit the time limit for all tries; the shards of one host have half of it, so that
   *     another may be asked
   * @return the answers, by the numbers of the shards
   * @throws NoSuchIndexException when there is no such index
   * @throws EngineException when a shard did not answer in time; the message names it
   */
  public List<byte[]> ask(String index, String preference, byte[] question, Duration limit) {
    return askPartly(new AskedIndex(index, preference, ""), question, limit, limit).whole();
  }

  /**
   * The same, but the answers of the other shards are enough if some do not answer within a time.
   *
   * @param patience this time; zero if the first answers are enough
   * @return without an answer only if no shard sent one before the limit
   */
  public ShardAnswers askPartly(
      AskedIndex index, byte[] question, Duration limit, Duration patience) {
    return shards.ask(index, question, patience, limit);
  }

  /** The answers of those shards that send one at the first try. */
  List<byte[]> askOnce(AskedIndex index, byte[] question, Duration limit) {
    return List.copyOf(shards.once(index, Optional.of(question), limit).answers().values());
  }

  /**
   * Has a node do a search with all shards of an index.
   *
   * @return empty if none can
   */
  Optional<byte[]> search(AskedIndex index, byte[] call, Duration limit) {
    return shards.search(index, call, limit);
  }

  /**
   * Writes and deletes documents of an index.
   *
   * @param items taken one by one as they are sent; may be any number
   * @return why some were rejected, by their ids; the others are written
   */
  public Map<String, String> bulk(String index, Iterator<BulkItem> items) {
    return new Bulk(http, index, ADMINISTRATION).write(items);
  }

  /**
   * The same with its progress.
   *
   * @param written see {@link Bulk#write}
   */
  Map<String, String> bulk(String index, Iterator<BulkItem> items, LongConsumer written) {
    return new Bulk(http, index, ADMINISTRATION).write(items, written);
  }

  /**
   * Creates an index. Its documents are found after {@link #refresh}.
   *
   * @param meta the archive's description of itself; must have the number {@code format}. An
   *     existing index of that name with the same description counts as this one: an elected
   *     manager that was lost may have created it before the call was sent again.
   * @throws EngineException when there is another one of that name
   */
  public void create(String index, int shards, int replicas, Map<String, ?> meta) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings")
        .put("number_of_shards", shards)
        .put("number_of_replicas", replicas)
        .put("replication.type", "SEGMENT")
        .put("refresh_interval", "-1");
    ObjectNode mappings = body.putObject("mappings").put("dynamic", "strict");
    mappings.putObject("_source").put("enabled", false);
    mappings.set("_meta", Reply.tree(meta));
    mappings.putObject("properties").putObject(BulkItem.FIELD).put("type", "broadsheet");
    // A copy that is still being recovered when articles are written may miss the last of them.
    String path = "/" + index + "?wait_for_active_shards=all&timeout=10s";
    Reply reply = http.send(Call.put(path, body.toString()), ADMINISTRATION);
    boolean isThere = reply.errorType().equals("resource_already_exists_exception");
    if (!isThere || indexes(index).stream().noneMatch(other -> other.meta().equals(meta))) {
      reply.orThrow();
    }
  }

  /** Replaces the archive's description in an index; it must have the number {@code format}. */
  public void putMeta(String index, Map<String, ?> meta) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("_meta", Reply.tree(meta));
    json(Call.put("/" + index + "/_mapping", body.toString()), ADMINISTRATION);
  }

  /**
   * Makes all written documents findable, shard by shard, and waits until every copy that answers
   * shows them.
   *
   * @param patience the longest wait for copies that do not show them
   * @return the versions that the primaries show, by the numbers of the shards
   */
  List<Long> refresh(String index, Duration patience) {
    return new LatestChanges(http, shards, index).show(patience);
  }

  /**
   * Merges each shard into few segments, see {@link MergedSegments}, which may take hours. Commits
   * first, because a merge drops the data that copies recover documents from, but only for
   * committed ones.
   */
  public void forceMerge(String index) {
    json(Call.post("/" + index + "/_flush?force=false"), ADMINISTRATION);
    JsonNode sizes = json(Call.get("/" + index + "/_stats/store?level=shards"), ADMINISTRATION);
    String segments = "max_num_segments=" + MergedSegments.most(sizes);
    json(Call.post("/" + index + "/_forcemerge?" + segments), MERGE);
  }

  /**
   * Points an alias to another index and deletes others, in one step for all users.
   *
   * @param from the index it points to now; empty when there is no such alias
   * @param deleted neither of the two; must exist
   * @throws EngineException when it points elsewhere
   */
  public void swapAlias(String alias, Optional<String> from, String to, List<String> deleted) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode actions = body.putArray("actions");
    from.filter(index -> !index.equals(to))
        .ifPresent(
            index ->
                actions
                    .addObject()
                    .putObject("remove")
                    .put("index", index)
                    .put("alias", alias)
                    .put("must_exist", true));
    actions.addObject().putObject("add").put("index", to).put("alias", alias);
    deleted.forEach(index -> actions.addObject().putObject("remove_index").put("index", index));
    Reply reply = http.send(Call.post("/_aliases", body.toString()), ADMINISTRATION);
    if (!reply.isSuccess()
        && target(alias).filter(index -> index.name().equals(to)).isEmpty()) { // as after a retry
      reply.orThrow();
    }
  }

  /**
   * The index an alias points to; empty when there is no such alias.
   *
   * @param limit the time limit for all tries
   * @throws EngineException when it points to several
   */
  public Optional<ClusterIndex> target(String alias, Duration limit) {
    List<ClusterIndex> indexes =
        indexes(alias, limit).stream().filter(index -> index.aliases().contains(alias)).toList();
    if (indexes.size() > 1) {
      List<String> names = indexes.stream().map(ClusterIndex::name).toList();
      throw new EngineException(
          "The alias “%s” points to several indexes (%s). Remove it from all but one."
              .formatted(alias, String.join(", ", names)));
    }
    return indexes.stream().findFirst();
  }

  /** The same, with time enough for an election. */
  public Optional<ClusterIndex> target(String alias) {
    return target(alias, ADMINISTRATION);
  }

  /**
   * The indexes of a name, sorted; empty when there are none.
   *
   * @param names the name of an index, an alias, or the beginning of names with a {@code *} behind
   */
  public List<ClusterIndex> indexes(String names) {
    return indexes(names, ADMINISTRATION);
  }

  /** The same with another time limit. */
  List<ClusterIndex> indexes(String names, Duration limit) {
    String only = "&filter_path=*.aliases,*.mappings._meta,error,status";
    String path = "/" + names + "?ignore_unavailable=true" + only + "&cluster_manager_timeout=";
    Reply reply =
        http.send(
            left -> Call.get(path + ShardCalls.millis(left)),
            each -> !each.isWorthRetrying(),
            limit);
    return ClusterIndex.all(reply.orThrow().json());
  }

  /** Deletes an index. Does nothing if there is none. */
  public void delete(String index) {
    http.deleteIndex(index, ADMINISTRATION);
  }

  /** The number of nodes that can hold shards. */
  public int dataNodes() {
    return ClusterHealth.of(json(Call.get("/_cluster/health"), CHECK)).nodes();
  }

  /** The health of an index, which must exist. */
  public ClusterHealth health(String index) {
    return health.of(index, Duration.ZERO);
  }

  /**
   * Waits until all copies of all shards of an index are there.
   *
   * @throws EngineException when they are not in time
   */
  public void waitGreen(String index, Duration limit) {
    health.waitGreen(index, limit);
  }

  /** See {@link ShardCalls#routings}. */
  Collection<String> routings(String index) {
    return shards.routings(index, ADMINISTRATION);
  }

  /** The number of retries so far. */
  long retries() {
    return http.retries();
  }

  private JsonNode json(Call call, Duration limit) {
    return http.send(call, limit).orThrow().json();
  }

  @Override
  public void close() {
    http.close();
  }
}
