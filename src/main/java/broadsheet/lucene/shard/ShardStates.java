package broadsheet.lucene.shard;

import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.lucene.index.DirectoryReader;

/** The states of an archive that one reader of a shard can show. Thread-safe. */
final class ShardStates {

  /** The state before an update, the one after it, and one to spare. */
  private static final int MOST = 3;

  private final DirectoryReader reader;
  private final ReaderSnapshot whole;
  private final Map<Key, Shown> known = new ConcurrentHashMap<>();

  /** When the state of each update was last asked for, as {@link System#nanoTime} tells it. */
  private final NavigableMap<Long, Long> asked = new ConcurrentSkipListMap<>();

  private record Key(long update, long settled) {}

  /**
   * A state.
   *
   * @param hidden the documents that it does not show
   */
  record Shown(ReaderSnapshot snapshot, HiddenDocuments hidden) {

    /** The same reader with other wrappers, without what the state does not show. */
    DirectoryReader without(DirectoryReader other) throws IOException {
      return hidden.isEmpty() ? other : StateReader.of(other, hidden);
    }
  }

  ShardStates(DirectoryReader reader) throws IOException {
    this.reader = reader;
    whole = snapshot(reader);
  }

  private static ReaderSnapshot snapshot(DirectoryReader reader) throws IOException {
    return new ReaderSnapshot(
        reader, new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0));
  }

  /** The reader in a state; two threads may make the same one. */
  Shown in(UpdateState state) throws IOException {
    asked.put(state.update(), System.nanoTime());
    if (asked.size() > MOST) {
      asked.pollFirstEntry();
    }
    Key key = new Key(state.update(), state.settled());
    Shown shown = known.get(key);
    if (shown == null) {
      shown = made(state);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, shown);
    }
    return shown;
  }

  /** The milliseconds since a state before this one was asked for; empty if none was. */
  OptionalLong sinceEarlier(UpdateState state) {
    long now = System.nanoTime();
    return asked.headMap(state.update()).values().stream()
        .mapToLong(time -> (now - time) / 1_000_000)
        .min();
  }

  private Shown made(UpdateState state) throws IOException {
    HiddenDocuments hidden = HiddenDocuments.of(reader, state);
    return new Shown(hidden.isEmpty() ? whole : snapshot(StateReader.of(reader, hidden)), hidden);
  }
}
