package broadsheet.opensearch;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    Reply reply =
        http.send(
            left -> Call.post(path + "&limit=" + millis(left), CBOR, body),
            each -> each.isSuccess() ? isEnough.test(each) : !each.isWorthRetrying(),
            limit);
    return ShardAnswers.of(reply.orThrow().body());
  }

  private static String path(String index, String preference) {
    String path = "/" + index + "/_broadsheet?partial=true";
    return preference.isEmpty()
        ? path
        : path + "&preference=" + URLEncoder.encode(preference, StandardCharsets.UTF_8);
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
