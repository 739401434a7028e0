package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.KeptArrivals;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The copy of arrivals on a cluster: batches of them, each a document, and one document that names
 * the batches and their state.
 */
record ClusterArrivals(DeskIndex index) implements KeptArrivals {

  private static final String ID = "arrivals";
  private static final String PREFIX = "arrivals-";
  private static final int MOST_IN_BATCH = 1_000;

  /** The copy is written anew when it has twice as many as were last kept, and some more. */
  private static final int SPARE = 10_000;

  private static final String STATE = "state";
  private static final String BATCHES = "batches";
  private static final String KEY = "key";
  private static final String LIMIT = "limit";
  private static final String REMEDY =
      "Where the archive is sound, ./broadsheet index --update replaces the copy.";

  /**
   * What the copy consists of.
   *
   * @param batches how many arrivals each has
   * @param limit of all arrivals, above which those that are too old are dropped
   */
  private record Contents(String state, List<Batch> batches, long limit) {

    static Contents of(JsonNode document) {
      JsonNode content = document.path(DeskMapping.CONTENT);
      return new Contents(
          content.path(STATE).asText(),
          content
              .path(BATCHES)
              .valueStream()
              .map(each -> new Batch(each.path(KEY).asText(), each.path(DeskMapping.COUNT).asInt()))
              .toList(),
          content.path(LIMIT).asLong());
    }

    void writeTo(ObjectNode document) {
      ObjectNode content =
          document.putObject(DeskMapping.CONTENT).put(STATE, state).put(LIMIT, limit);
      ArrayNode all = content.putArray(BATCHES);
      batches.forEach(
          batch -> all.addObject().put(KEY, batch.key()).put(DeskMapping.COUNT, batch.count()));
    }

    List<String> keys() {
      return batches.stream().map(Batch::key).toList();
    }

    long total() {
      return batches.stream().mapToLong(Batch::count).sum();
    }
  }

  private record Batch(String key, int count) {}

  @Override
  public Optional<List<ArrivalRecord>> read() {
    return index.read(ID).map(Contents::of).map(this::arrivals).map(ClusterArrivals::newest);
  }

  private List<ArrivalRecord> arrivals(Contents contents) {
    return arrivals(contents.batches());
  }

  private List<ArrivalRecord> arrivals(List<Batch> batches) {
    Map<String, ObjectNode> documents = index.read(batches.stream().map(Batch::key).toList());
    List<ArrivalRecord> arrivals = new ArrayList<>();
    for (Batch batch : batches) {
      List<ArrivalRecord> some =
          Optional.ofNullable(documents.get(batch.key()))
              .map(ClusterArrivals::batch)
              .orElse(List.of());
      if (some.size() != batch.count()) {
        throw index.missing("some arrivals of saved searches", REMEDY);
      }
      arrivals.addAll(some);
    }
    return arrivals;
  }

  private static List<ArrivalRecord> batch(JsonNode document) {
    return document
        .path(DeskMapping.CONTENT)
        .path(ID)
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

  private static ObjectNode document(List<ArrivalRecord> batch) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode all = document.putObject(DeskMapping.CONTENT).putArray(ID);
    batch.forEach(
        each ->
            all.addArray()
                .add(each.search())
                .add(each.fingerprint())
                .add(each.article())
                .add(each.at().toString()));
    return document;
  }

  /** The newest of each search, the oldest of all first. */
  private static List<ArrivalRecord> newest(List<ArrivalRecord> arrivals) {
    Map<String, Integer> counts = new HashMap<>();
    List<ArrivalRecord> newest = new ArrayList<>();
    for (ArrivalRecord each : arrivals.reversed()) {
      if (counts.merge(each.search(), 1, Integer::sum) <= Arrival.MOST) {
        newest.add(each);
      }
    }
    return List.copyOf(newest.reversed());
  }

  @Override
  public boolean isAt(String state) {
    try { // without reading the batches: they were there before the state was
      return index.read(ID).map(Contents::of).filter(at -> at.state().equals(state)).isPresent();
    } catch (DeskException e) {
      return false; // write() makes it anew, or reports it
    }
  }

  @Override
  public void write(String state, List<ArrivalRecord> arrivals) {
    if (arrivals.isEmpty() && !index.isThere()) {
      return;
    }
    change((_, drafts) -> anew(state, arrivals, drafts));
  }

  @Override
  public void append(String state, List<ArrivalRecord> arrivals) {
    change(
        (known, drafts) -> {
          if (known.total() + arrivals.size() > known.limit()) {
            List<ArrivalRecord> all = new ArrayList<>(arrivals(known));
            all.addAll(arrivals);
            return anew(state, all, drafts);
          }
          return longer(known, state, arrivals, drafts);
        });
  }

  private static Contents anew(String state, List<ArrivalRecord> arrivals, Drafts drafts) {
    List<ArrivalRecord> kept = newest(arrivals);
    return new Contents(state, batches(kept, drafts), 2L * kept.size() + SPARE);
  }

  /** The same batches and some more; a last one that is not full is filled up. */
  private Contents longer(
      Contents known, String state, List<ArrivalRecord> arrivals, Drafts drafts) {
    List<Batch> full =
        known.batches().stream().filter(batch -> batch.count() == MOST_IN_BATCH).toList();
    List<Batch> rest = known.batches().subList(full.size(), known.batches().size());
    List<ArrivalRecord> more = new ArrayList<>(arrivals(rest));
    more.addAll(arrivals);
    List<Batch> all = new ArrayList<>(full);
    all.addAll(batches(more, drafts));
    return new Contents(state, all, known.limit());
  }

  private static List<Batch> batches(List<ArrivalRecord> arrivals, Drafts drafts) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < arrivals.size(); from += MOST_IN_BATCH) {
      List<ArrivalRecord> some =
          arrivals.subList(from, Math.min(arrivals.size(), from + MOST_IN_BATCH));
      batches.add(new Batch(drafts.add(document(some)), some.size()));
    }
    return batches;
  }

  /** Makes the next contents of the last ones. */
  private interface Change {
    Contents of(Contents known, Drafts drafts);
  }

  private void change(Change change) {
    Drafts drafts = new Drafts(index, PREFIX);
    index.change(
        ID,
        document -> {
          Contents known = Contents.of(document);
          drafts.begin(known.keys());
          Contents next = change.of(known, drafts);
          drafts.write(next.keys());
          next.writeTo(document);
          return next;
        });
    drafts.end();
  }

  @Override
  public long check() {
    return read().map(List::size).orElse(0);
  }
}
