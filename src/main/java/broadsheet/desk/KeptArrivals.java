package broadsheet.desk;

import broadsheet.desk.ArrivalBatches.Batch;
import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A second copy of the arrivals in the index, so that they outlive it: batches of arrivals, and a
 * document that names the batches, {@link ArrivalBatches}. The copy keeps the newest {@value
 * broadsheet.engine.result.Arrival#MOST} of each search. Written by one update at a time.
 * Thread-safe.
 */
public final class KeptArrivals {

  private static final String PREFIX = Store.ARRIVALS + "-";

  /** The copy is rewritten when it exceeds twice the number of arrivals last kept by this many. */
  private static final int SPARE = 10_000;

  /** In batches: JSON takes several times the memory of the arrivals read from it. */
  private static final int MOST_READ_AT_ONCE = 50;

  private final Store store;

  KeptArrivals(Store store) {
    this.store = store;
  }

  /**
   * All arrivals, the oldest first; empty when there is no copy.
   *
   * @throws DeskException when they cannot be read
   */
  public Optional<List<ArrivalRecord>> read() {
    return contents().map(known -> newest(arrivals(known.batches())));
  }

  private Optional<ArrivalBatches> contents() {
    return store.read(Store.ARRIVALS).map(ArrivalBatches::of);
  }

  private List<ArrivalRecord> arrivals(List<Batch> batches) {
    List<ArrivalRecord> arrivals = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += MOST_READ_AT_ONCE) {
      int to = Math.min(batches.size(), from + MOST_READ_AT_ONCE);
      arrivals.addAll(readAtOnce(batches.subList(from, to)));
    }
    return arrivals;
  }

  private List<ArrivalRecord> readAtOnce(List<Batch> batches) {
    Map<String, ObjectNode> documents = store.read(batches.stream().map(Batch::key).toList());
    List<ArrivalRecord> arrivals = new ArrayList<>();
    for (Batch batch : batches) {
      ObjectNode document = documents.get(batch.key());
      List<ArrivalRecord> some = document == null ? List.of() : ArrivalBatches.arrivals(document);
      if (some.size() != batch.count()) {
        throw store.damaged(Store.ARRIVALS, "some arrivals of saved searches are missing");
      }
      arrivals.addAll(some);
    }
    return arrivals;
  }

  /** The newest arrivals of each search; the result begins with the oldest of all. */
  private static List<ArrivalRecord> newest(List<ArrivalRecord> arrivals) {
    Map<String, Integer> counts = new HashMap<>();
    return arrivals.reversed().stream()
        .filter(each -> counts.merge(each.search(), 1, Integer::sum) <= Arrival.MOST)
        .toList()
        .reversed();
  }

  /**
   * Whether the copy is undamaged and has this state.
   *
   * @param state the state last given to {@link #write} or {@link #append}
   */
  public boolean isAt(String state) {
    try { // without reading the batches: they were there before the state was
      store.check(Store.ARRIVALS);
      return contents().filter(known -> known.state().equals(state)).isPresent();
    } catch (DeskException e) {
      return false; // write() makes it anew, or reports it
    }
  }

  /**
   * Replaces the copy, damaged or not. Writes nothing when there is neither a desk nor an arrival.
   *
   * @param state names the content
   * @throws DeskException when it cannot be written; an undamaged copy stays as it was
   */
  public void write(String state, List<ArrivalRecord> arrivals) {
    if (arrivals.isEmpty() && !store.isThere()) {
      return;
    }
    try {
      store.check(Store.ARRIVALS);
    } catch (DeskDamagedException e) {
      store.renew(Store.ARRIVALS); // a damaged copy is of no use: the index has the arrivals
    }
    change((_, parts) -> anew(state, arrivals, parts));
  }

  /**
   * Adds to the copy.
   *
   * @param state names the content after it
   * @throws DeskException when it cannot be written; the copy stays as it was
   */
  public void append(String state, List<ArrivalRecord> arrivals) {
    change(
        (known, parts) -> {
          boolean isTooLong = known.total() + arrivals.size() > known.limit();
          int kept = isTooLong ? 0 : known.full();
          List<Batch> rest = known.batches().subList(kept, known.batches().size());
          List<ArrivalRecord> more = new ArrayList<>(arrivals(rest));
          more.addAll(arrivals);
          if (isTooLong) {
            return anew(state, more, parts);
          }
          List<Batch> all = new ArrayList<>(known.batches().subList(0, kept));
          all.addAll(batches(more, parts));
          return new ArrivalBatches(state, all, known.limit());
        });
  }

  private static ArrivalBatches anew(
      String state, List<ArrivalRecord> arrivals, DocumentParts parts) {
    List<ArrivalRecord> kept = newest(arrivals);
    return new ArrivalBatches(state, batches(kept, parts), 2L * kept.size() + SPARE);
  }

  private static List<Batch> batches(List<ArrivalRecord> arrivals, DocumentParts parts) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < arrivals.size(); from += ArrivalBatches.MOST_IN_BATCH) {
      int to = Math.min(arrivals.size(), from + ArrivalBatches.MOST_IN_BATCH);
      List<ArrivalRecord> some = arrivals.subList(from, to);
      batches.add(new Batch(parts.addNew(PREFIX, ArrivalBatches.document(some)), some.size()));
    }
    return batches;
  }

  /** Makes the next batches of the last ones. */
  private interface Change {
    ArrivalBatches of(ArrivalBatches known, DocumentParts parts);
  }

  private void change(Change change) {
    store.change(
        Store.ARRIVALS,
        (content, parts) -> {
          ArrivalBatches known = ArrivalBatches.of(content);
          ArrivalBatches next = change.of(known, parts);
          parts.name(known.keys(), next.keys());
          next.writeTo(content);
          return next;
        });
  }

  /**
   * Verifies every record.
   *
   * @return the number of arrivals
   * @throws DeskException when one is damaged or missing
   */
  public long check() {
    store.check(Store.ARRIVALS);
    return read().map(List::size).orElse(0);
  }
}
