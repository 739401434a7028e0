package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that put a question to every shard of an index. Thread-safe. */
record ShardCalls(ClusterHttp http) {

  private static final String CBOR = "application/cbor";
  private static final byte CBOR_BYTES = 0x5a;

  /**
   * Asks until all shards have answered, or the time is up.
   *
   * @param patience after this time the answers of some shards are enough
   * @return the most answers that one try brought; none where no shard sent one before the limit
   */
  ShardAnswers ask(AskedIndex index, byte[] question, Duration patience, Duration limit) {
    String path = path(index.name(), index.preference());
    byte[] body = body(question);
    return most(
        left -> Call.post(path + millis(left), CBOR, body).about(index.state()), patience, limit);
  }

  /**
   * Has the first node that can do a search with all shards. One that cannot, as it is cut off from
   * others, is not the first to be asked next time.
   *
   * @return empty if none can
   */
  Optional<byte[]> search(AskedIndex index, byte[] call, Duration limit) {
    String path = "/" + index.name() + "/_broadsheet/page?limit=";
    byte[] body = body(call);
    AtomicInteger tries = new AtomicInteger();
    Reply reply =
        http.send(
            left -> Call.post(path + millis(left), CBOR, body).about(index.state()),
            each -> !each.isWorthRetrying() || tries.incrementAndGet() == http.hosts(),
            limit);
    return reply.isSuccess() ? Optional.of(reply.body()) : Optional.empty();
  }

  private ShardAnswers most(Function<Duration, Call> call, Duration patience, Duration limit) {
    Most most = new Most(System.nanoTime() + patience.toNanos());
    Reply last = http.send(call, most, limit);
    return isRefusal(last) || most.answers.shards() == 0
        ? ShardAnswers.of(last.orThrow().body())
        : most.answers;
  }

  private static boolean isRefusal(Reply reply) {
    return !reply.isSuccess() && !reply.isWorthRetrying();
  }

  /** Keeps the most answers that one try brought, and decides whether they are enough. */
  private static final class Most implements Predicate<Reply> {

    private final long end;
    private ShardAnswers answers = ShardAnswers.NONE;

    /**
     * @param end when any answer is enough, in {@link System#nanoTime}
     */
    Most(long end) {
      this.end = end;
    }

    @Override
    public boolean test(Reply reply) {
      if (reply.isSuccess()) {
        ShardAnswers others = ShardAnswers.of(reply.body());
        boolean isMore = others.answers().size() > answers.answers().size();
        answers = isMore || answers.shards() == 0 ? others : answers;
      }
      return isRefusal(reply)
          || answers.isWhole()
          || (!answers.answers().isEmpty() && System.nanoTime() >= end);
    }
  }

  /**
   * The versions that the primaries of an index show, by the numbers of the shards. A primary's
   * version grows with each change that it shows.
   */
  List<Long> primaries(String index, Duration limit) {
    Function<Duration, Call> call =
        left -> Call.get(path(index, AskedIndex.PRIMARY) + millis(left));
    return most(call, limit, limit).whole().stream().map(ShardCalls::version).toList();
  }

  /**
   * The answers of those that send one at the first try that brings any.
   *
   * @param question empty to ask for versions
   */
  ShardAnswers once(AskedIndex index, Optional<byte[]> question, Duration limit) {
    String path = path(index.name(), index.preference());
    Function<Duration, Call> call =
        left ->
            question
                .map(asked -> Call.post(path + millis(left), CBOR, body(asked)))
                .orElseGet(() -> Call.get(path + millis(left)))
                .about(index.state());
    Reply reply = http.send(call, each -> !each.isWorthRetrying(), limit);
    return ShardAnswers.of(reply.orThrow().body());
  }

  private static long version(byte[] answer) {
    return ByteBuffer.wrap(answer).getLong();
  }

  /**
   * The version that the slowest replica of each shard shows, among those that answer, by the
   * numbers of the shards.
   */
  Map<Integer, Long> replicas(String index, Duration limit) {
    Map<Integer, Long> replicas = new TreeMap<>();
    once(new AskedIndex(index, AskedIndex.REPLICA, ""), Optional.empty(), limit)
        .answers()
        .forEach((shard, answer) -> replicas.put(shard, version(answer)));
    return replicas;
  }

  /** For each shard of an index a routing value of documents that are on it. */
  Collection<String> routings(String index, Duration limit) {
    String path = "/" + index + "/_search_shards";
    int shards = groups(path, limit).size();
    Map<Integer, String> found = new TreeMap<>();
    for (int value = 0; found.size() < shards; value++) {
      JsonNode groups = groups(path + "?routing=" + value, limit);
      found.putIfAbsent(groups.at("/0/0/shard").asInt(), Integer.toString(value));
    }
    return found.values();
  }

  private JsonNode groups(String path, Duration limit) {
    return http.send(Call.get(path), limit).orThrow().json().path("shards");
  }

  /** All but the time limit. */
  private static String path(String index, String preference) {
    String copies =
        preference.isEmpty()
            ? ""
            : "&preference=" + URLEncoder.encode(preference, StandardCharsets.UTF_8);
    return "/" + index + "/_broadsheet?partial=true" + copies + "&limit=";
  }

  /** The question as CBOR: a byte string with its length in four bytes. */
  private static byte[] body(byte[] question) {
    return ByteBuffer.allocate(1 + Integer.BYTES + question.length)
        .put(CBOR_BYTES)
        .putInt(question.length)
        .put(question)
        .array();
  }

  /** A little less than the client waits, so that it hears what was late. */
  static String millis(Duration left) {
    return Math.max(1, left.toMillis() * 9 / 10) + "ms";
  }
}
