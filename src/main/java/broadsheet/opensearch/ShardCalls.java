package broadsheet.opensearch;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that put a question to every shard of an index. Thread-safe. */
record ShardCalls(ClusterHttp http) {

  private static final String CBOR = "application/cbor";
  private static final byte CBOR_BYTES = 0x5a;

  /**
   * Asks until enough shards have answered, or the time is up.
   *
   * @param isEnough whether a successful reply is taken, and not asked for again
   */
  ShardAnswers ask(
      String index, String preference, byte[] question, Predicate<Reply> isEnough, Duration limit) {
    String path = path(index, preference);
    byte[] body = body(question);
    return sent(left -> Call.post(path + millis(left), CBOR, body), isEnough, limit);
  }

  /** What the primaries show; see {@link Cluster#versions}. */
  List<Long> versions(String index, Duration limit) {
    String path = path(index, "_primary");
    return sent(left -> Call.get(path + millis(left)), ShardCalls::isWhole, limit).whole().stream()
        .map(version -> ByteBuffer.wrap(version).getLong())
        .toList();
  }

  /** Whether all shards answered. */
  static boolean isWhole(Reply reply) {
    return ShardAnswers.of(reply.body()).isWhole();
  }

  private ShardAnswers sent(
      Function<Duration, Call> call, Predicate<Reply> isEnough, Duration limit) {
    Predicate<Reply> isTaken =
        reply -> reply.isSuccess() ? isEnough.test(reply) : !reply.isWorthRetrying();
    return ShardAnswers.of(http.send(call, isTaken, limit).orThrow().body());
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

  /** A little less than the client waits, so that it hears which shards were late. */
  private static String millis(Duration left) {
    return Math.max(1, left.toMillis() * 9 / 10) + "ms";
  }
}
