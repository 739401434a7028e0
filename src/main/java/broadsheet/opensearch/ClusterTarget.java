package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.sharded.ShippingSession;
import broadsheet.lucene.sharded.WorkingCopy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Sends an archive to a cluster. A rebuild fills a new index, to which the archive's alias is then
 * pointed in one step; the one before is kept, to go back to. Not thread-safe.
 */
final class ClusterTarget implements ShippingSession.Target {

  /** How many documents a shard should have at most: some 35 GB of news. */
  private static final long MOST_IN_SHARD = 12_000_000;

  /** How long to wait for the copies of a new index. */
  private static final Duration COPIES = Duration.ofHours(12);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Cluster cluster;
  private final String archive;
  private final int format;

  /**
   * @param archive its name
   * @param format of its documents
   */
  ClusterTarget(Cluster cluster, String archive, int format) {
    this.cluster = cluster;
    this.archive = archive;
    this.format = format;
  }

  private Optional<ArchiveState> current() {
    return cluster.target(archive).flatMap(index -> ArchiveState.of(cluster.meta(index)));
  }

  @Override
  public Optional<String> state() {
    return current().map(ArchiveState::state);
  }

  private long nextGeneration() {
    return current().map(ArchiveState::generation).orElse(0L) + 1;
  }

  private String prefix() {
    return archive + "-v";
  }

  @Override
  public void replace(WorkingCopy copy) {
    Optional<String> old = cluster.target(archive);
    removeUnfinished();
    String index = prefix() + format + "-" + NAME.format(Instant.now());
    int nodes = cluster.nodes();
    int shards = (int) Math.max(Math.max(1, nodes), Math.ceilDiv(copy.documents(), MOST_IN_SHARD));
    cluster.create(index, shards, Math.min(1, nodes - 1), ArchiveState.unfinished(format));
    send(index, copy.all());
    cluster.refresh(index);
    cluster.forceMerge(index);
    cluster.refresh(index);
    cluster.waitGreen(index, COPIES);
    finish(index, copy);
    cluster.swapAlias(archive, old, index);
    removeAllBut(index, old);
  }

  @Override
  public void change(WorkingCopy before, WorkingCopy after) {
    String index =
        cluster.target(archive).orElseThrow(() -> new EngineException("The archive is gone."));
    send(index, after.changesSince(before));
    cluster.refresh(index);
    finish(index, after);
  }

  private void finish(String index, WorkingCopy copy) {
    ArchiveState state = new ArchiveState(copy.state(), nextGeneration(), copy.description());
    cluster.putMeta(index, state.meta(format));
  }

  private void send(String index, Iterator<WorkingCopy.Change> changes) {
    Map<String, String> rejected = cluster.bulk(index, new Items(changes));
    if (!rejected.isEmpty()) {
      Map.Entry<String, String> first = rejected.entrySet().iterator().next();
      throw new EngineException(
          "The cluster refused %s documents, among them %s (%s). The archive it had is unharmed."
              .formatted(rejected.size(), first.getKey(), first.getValue()));
    }
  }

  private record Items(Iterator<WorkingCopy.Change> changes) implements Iterator<BulkItem> {
    @Override
    public boolean hasNext() {
      return changes.hasNext();
    }

    @Override
    public BulkItem next() {
      if (!changes.hasNext()) {
        throw new NoSuchElementException();
      }
      WorkingCopy.Change change = changes.next();
      return change
          .bytes()
          .map(document -> BulkItem.write(change.key(), change.home(), document))
          .orElseGet(() -> BulkItem.delete(change.key(), change.home()));
    }
  }

  /** Removes what killed rebuilds left. */
  private void removeUnfinished() {
    for (String index : cluster.indexes(prefix())) {
      if (ArchiveState.of(cluster.meta(index)).isEmpty()) {
        cluster.delete(index);
      }
    }
  }

  private void removeAllBut(String current, Optional<String> before) {
    List<String> kept =
        before.isPresent() ? List.of(current, before.get()) : Collections.singletonList(current);
    for (String index : cluster.indexes(prefix())) {
      if (!kept.contains(index)) {
        cluster.delete(index);
      }
    }
  }
}
