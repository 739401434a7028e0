package broadsheet.desk;

import broadsheet.engine.ArrivalRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * The state of the copy of arrivals and the list of its batches, in one document.
 *
 * @param limit the number of arrivals above which the oldest of each search are dropped
 */
record ArrivalBatches(String state, List<Batch> batches, long limit) {

  static final int MOST_IN_BATCH = 1_000;

  private static final String ARRIVALS = "arrivals";
  private static final String STATE = "state";
  private static final String BATCHES = "batches";
  private static final String KEY = "key";
  private static final String LIMIT = "limit";

  /**
   * A document with arrivals.
   *
   * @param key its id
   * @param count the number of its arrivals
   */
  record Batch(String key, int count) {}

  static ArrivalBatches of(JsonNode document) {
    JsonNode content = document.path(Store.CONTENT);
    return new ArrivalBatches(
        content.path(STATE).asText(),
        content
            .path(BATCHES)
            .valueStream()
            .map(each -> new Batch(each.path(KEY).asText(), each.path(Store.COUNT).asInt()))
            .toList(),
        content.path(LIMIT).asLong());
  }

  void writeTo(ObjectNode document) {
    ObjectNode content = document.putObject(Store.CONTENT).put(STATE, state).put(LIMIT, limit);
    ArrayNode all = content.putArray(BATCHES);
    batches.forEach(batch -> all.addObject().put(KEY, batch.key()).put(Store.COUNT, batch.count()));
  }

  List<String> keys() {
    return batches.stream().map(Batch::key).toList();
  }

  long total() {
    return batches.stream().mapToLong(Batch::count).sum();
  }

  /** The number of full batches at the beginning. */
  int full() {
    return (int) batches.stream().takeWhile(batch -> batch.count() == MOST_IN_BATCH).count();
  }

  /** The arrivals of a batch. */
  static List<ArrivalRecord> arrivals(JsonNode document) {
    return document
        .path(Store.CONTENT)
        .path(ARRIVALS)
        .valueStream()
        .map(
            each ->
                new ArrivalRecord(
                    each.path(0).asText(),
                    each.path(1).asText(),
                    each.path(2).asText(),
                    Instant.parse(each.path(3).asText())))
        .toList();
  }

  /** The document of a batch. */
  static ObjectNode document(List<ArrivalRecord> batch) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode all = document.putObject(Store.CONTENT).putArray(ARRIVALS);
    batch.forEach(
        each ->
            all.addArray()
                .add(each.search())
                .add(each.fingerprint())
                .add(each.article())
                .add(each.at().toString()));
    return document;
  }
}
