package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes changes to an index in batches of bounded size. No batch has an id twice, so sending what
 * failed again changes nothing else. Not thread-safe.
 */
final class Bulk {

  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_BYTES = 8 << 20;

  private final ClusterHttp http;
  private final String index;
  private final Duration limit;

  private final Map<String, byte[]> batch = new LinkedHashMap<>();
  private long taken;
  private int bytes;
  private final Map<String, String> rejected = new LinkedHashMap<>();

  /** Why the cluster did not take a document that is sent again. */
  private String delay = "";

  /**
   * @param limit the time limit for one batch with all its tries
   */
  Bulk(ClusterHttp http, String index, Duration limit) {
    this.http = http;
    this.index = index;
    this.limit = limit;
  }

  /** Writes all of these. Returns the reasons for rejected ones, by their ids. */
  Map<String, String> write(Iterator<BulkItem> items) {
    return write(items, _ -> {});
  }

  /**
   * The same with its progress.
   *
   * @param written takes the number of items, from the first on, that the index has, each time that
   *     it grows
   */
  Map<String, String> write(Iterator<BulkItem> items, LongConsumer written) {
    while (items.hasNext()) {
      BulkItem item = items.next();
      byte[] lines = item.lines();
      if (batch.containsKey(item.id())
          || batch.size() == MOST_ITEMS
          || bytes + lines.length > MOST_BYTES) {
        flush();
        written.accept(taken);
      }
      batch.put(item.id(), lines);
      taken++;
      bytes += lines.length;
    }
    flush();
    written.accept(taken);
    return rejected;
  }

  private void flush() {
    if (!batch.isEmpty()) {
      Reply reply = http.send(each -> call(), this::isDone, limit);
      if (!reply.isSuccess()) {
        throw new EngineException(
            "The cluster takes no documents: " + Reply.advised(reply.reason()));
      }
      if (!batch.isEmpty()) {
        throw new EngineException(
            "The cluster did not take %s of the documents within %s s: %s"
                .formatted(batch.size(), limit.toSeconds(), Reply.advised(delay)));
      }
    }
    bytes = 0;
  }

  private Call call() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    batch.values().forEach(body::writeBytes);
    return Call.post("/" + index + "/_bulk", "application/x-ndjson", body.toByteArray());
  }

  /**
   * Removes from the batch the items that were written or never will be. Returns whether none is
   * left.
   */
  private boolean isDone(Reply reply) {
    if (!reply.isSuccess()) {
      return !reply.isWorthRetrying();
    }
    for (JsonNode item : reply.json().path("items")) {
      boolean isNew = item.has(BulkItem.CREATE);
      JsonNode result = item.elements().next();
      int status = result.path("status").asInt();
      String id = result.path("_id").asText();
      if (status != 429 && status < 500) {
        batch.remove(id);
      } else {
        delay = result.path("error").path("reason").asText("HTTP status " + status);
      }
      boolean isThere = isNew && status == 409; // written by a try whose reply was lost
      if (status / 100 == 4 && status != 404 && status != 429 && !isThere) {
        rejected.put(id, result.path("error").path("reason").asText());
      }
    }
    return batch.isEmpty();
  }
}
