package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.staging.IncompleteArchiveException;
import broadsheet.lucene.staging.ShippingSession;
import broadsheet.lucene.staging.ShippingSession.Progress;
import broadsheet.lucene.staging.StateDocuments;
import broadsheet.lucene.staging.WorkingCopy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an archive to a cluster. A rebuild fills a new index, to which the archive's alias is then
 * pointed in one step; the one before is kept, to go back to. An update writes its documents beside
 * those that they replace, which are deleted once the new ones are shown and nobody reads the old
 * ones any more. Not thread-safe.
 */
final class ClusterTarget implements ShippingSession.Target {

  /** The longest wait for the copies of a new index: they may have to fetch merged shards. */
  private static final Duration COPIES = Duration.ofHours(12);

  /** The longest wait of an update for copies to show it; slower copies answer once they do. */
  private static final Duration UPDATE = Duration.ofMinutes(1);

  /** Readers of the state before have read it once none of them asked for it so long. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** The longest wait for them: an export that takes longer goes on with the newer state. */
  private static final Duration READERS = Duration.ofMinutes(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** For a rebuild, which is not continued. */
  private static final Progress ALL =
      new Progress() {
        @Override
        public long confirmed() {
          return 0;
        }

        @Override
        public void confirm(long changes) {}
      };

  private static final Logger LOG = LoggerFactory.getLogger(ClusterTarget.class);

  private final Cluster cluster;
  private final String archive;
  private final int format;
  private final Runnable fence;

  /**
   * @param archive the name of the archive
   * @param format the format of its documents
   * @param fence throws once another machine may be writing the archive
   */
  ClusterTarget(Cluster cluster, String archive, int format, Runnable fence) {
    this.cluster = cluster;
    this.archive = archive;
    this.format = format;
    this.fence = fence;
  }

  @Override
  public Optional<String> state() {
    return cluster
        .target(archive)
        .flatMap(index -> ArchiveState.of(index.meta()))
        .map(ArchiveState::state);
  }

  @Override
  public boolean isWhole(WorkingCopy copy) {
    ClusterIndex index = cluster.target(archive).orElseThrow();
    ArchiveState held = ArchiveState.of(index.meta()).orElseThrow();
    cluster.refresh(index.name(), UPDATE);
    return documents(index.name(), held).count() == expected(index.name(), copy);
  }

  @Override
  public void replace(WorkingCopy copy) {
    Optional<ClusterIndex> old = cluster.target(archive);
    removeUnfinished();
    String index = archive + "-v" + format + "-" + TIME.format(Instant.now());
    int nodes = cluster.dataNodes();
    int count = ShardCount.of(copy.documents(), nodes);
    cluster.create(index, count, ShardCount.replicas(nodes), ArchiveState.unfinished(format));
    send(index, copy.all(), ClusterTarget::created, ALL);
    cluster.forceMerge(index);
    List<Long> versions = cluster.refresh(index, COPIES);
    cluster.waitGreen(index, COPIES);
    long next =
        old.flatMap(before -> ArchiveState.of(before.meta()))
                .map(ArchiveState::generation)
                .orElse(0L)
            + 1;
    show(index, copy, ArchiveState.alone(copy.state(), next, copy.description(), versions));
    Optional<String> before = old.map(ClusterIndex::name);
    cluster.swapAlias(archive, before, index, allBut(index, before));
  }

  @Override
  public void change(WorkingCopy before, WorkingCopy after, Progress progress) {
    ClusterIndex found =
        cluster.target(archive).orElseThrow(() -> new EngineException("The archive is gone."));
    String index = found.name();
    ArchiveState held = ArchiveState.of(found.meta()).orElseThrow();
    if (progress.confirmed() == 0) {
      held = settled(index, held);
    }
    long update = held.generation() + 1;
    send(index, after.changesSince(before), change -> created(change.inUpdate(update)), progress);
    List<Long> versions = cluster.refresh(index, UPDATE);
    ArchiveState next = held.next(after.state(), after.description(), versions);
    show(index, after, next);
  }

  /**
   * Shows a state of the archive, by whose number the shards tell its documents from others.
   *
   * @throws IncompleteArchiveException when they do not have all of them; then the next update
   *     sends all again
   */
  private void show(String index, WorkingCopy copy, ArchiveState next) {
    long sent = expected(index, copy);
    long found = documents(index, next).count();
    if (found != sent) {
      throw new IncompleteArchiveException(
          "The cluster was sent %s documents of the archive, but finds %s. Update it again: that sends all of them."
              .formatted(sent, found));
    }
    cluster.putMeta(index, next.meta(format));
  }

  @Override
  public void tidy() {
    try {
      ClusterIndex found = cluster.target(archive).orElseThrow();
      ArchiveState shown = ArchiveState.of(found.meta()).orElseThrow();
      if (!shown.isSettled()) {
        awaitReaders(found.name(), shown);
        settled(found.name(), shown);
      }
    } catch (RuntimeException e) {
      LOG.warn("Replaced documents stay until the next update: {}", e.getMessage());
    }
  }

  private void awaitReaders(String index, ArchiveState shown) {
    long end = System.nanoTime() + READERS.toNanos();
    while (isEarlierRead(index, shown) && System.nanoTime() < end) {
      fence.run();
      ClusterHttp.pause(QUIET.dividedBy(4));
    }
  }

  private boolean isEarlierRead(String index, ArchiveState shown) {
    return Stream.of(AskedIndex.PRIMARY, AskedIndex.REPLICA)
        .map(copies -> new AskedIndex(index, copies, shown.asked()))
        .map(
            asked ->
                new StateDocuments(call -> cluster.askOnce(asked, call, QUIET), QUIET)
                    .wereAskedFor(QUIET))
        .reduce(false, Boolean::logicalOr);
  }

  /**
   * Deletes the documents that a state does not show. Before that, nodes learn to answer questions
   * about no earlier one; whoever is refused finds this one, which was stored by a step of its own.
   *
   * @return the state after that
   */
  private ArchiveState settled(String index, ArchiveState shown) {
    if (!shown.isSettled()) {
      cluster.putMeta(index, shown.only().meta(format));
    }
    boolean hasDeleted = deleteOthers(index, documents(index, shown));
    if (shown.isSettled() && !hasDeleted) {
      return shown;
    }
    ArchiveState settled = shown.settled(cluster.refresh(index, UPDATE));
    cluster.putMeta(index, settled.meta(format));
    return settled;
  }

  private StateDocuments documents(String index, ArchiveState state) {
    AskedIndex primaries = new AskedIndex(index, AskedIndex.PRIMARY, state.asked());
    Duration limit = Cluster.ADMINISTRATION;
    return new StateDocuments(
        call -> cluster.askPartly(primaries, call, limit, limit).whole(), limit);
  }

  /** The number of documents that an index has for a working copy. */
  private long expected(String index, WorkingCopy copy) {
    long everywhere = copy.documentsForAll();
    long more = everywhere == 0 ? 0 : everywhere * (cluster.routings(index).size() - 1);
    return copy.documents() + more;
  }

  /** Deletes what a state does not show. Returns whether there was any of it. */
  private boolean deleteOthers(String index, StateDocuments documents) {
    List<WorkingCopy.Change> last = List.of();
    for (List<WorkingCopy.Change> next = documents.others();
        !next.isEmpty();
        next = documents.others()) {
      if (next.equals(last)) {
        throw new EngineException(
            "The cluster does not delete documents, such as %s. See its log."
                .formatted(next.getFirst().key()));
      }
      send(index, next.iterator(), ClusterTarget::deleted, ALL);
      cluster.refresh(index, UPDATE);
      last = next;
    }
    return !last.isEmpty();
  }

  private void send(
      String index,
      Iterator<WorkingCopy.Change> changes,
      Function<WorkingCopy.Change, BulkItem> sending,
      Progress progress) {
    Iterator<WorkingCopy.Change> placed = new PlacedChanges(changes, () -> cluster.routings(index));
    long before = progress.confirmed();
    for (long i = 0; i < before && placed.hasNext(); i++) {
      placed.next();
    }
    Map<String, String> rejected =
        cluster.bulk(
            index,
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return placed.hasNext();
              }

              @Override
              public BulkItem next() {
                fence.run();
                return sending.apply(placed.next());
              }
            },
            written -> progress.confirm(before + written));
    if (!rejected.isEmpty()) {
      Map.Entry<String, String> first = rejected.entrySet().iterator().next();
      throw new EngineException(
          "The cluster refused %s documents, among them %s (%s). The archive it had is unharmed."
              .formatted(rejected.size(), first.getKey(), first.getValue()));
    }
  }

  private static BulkItem created(WorkingCopy.Change change) {
    return BulkItem.create(change.key(), change.home(), change.bytes().orElseThrow());
  }

  private static BulkItem deleted(WorkingCopy.Change change) {
    return BulkItem.delete(change.key(), change.home());
  }

  /** The indexes of this archive, and not of one named {@code NAME-v2}. */
  private List<ClusterIndex> indexes() {
    Pattern own = Pattern.compile(Pattern.quote(archive) + "-v\\d+-\\d{17}");
    return cluster.indexes(archive + "-v*").stream()
        .filter(index -> own.matcher(index.name()).matches())
        .toList();
  }

  /** Removes the remains of killed rebuilds; never an index that is searched. */
  private void removeUnfinished() {
    indexes().stream()
        .filter(index -> ArchiveState.of(index.meta()).isEmpty())
        .filter(index -> !index.aliases().contains(archive))
        .forEach(index -> cluster.delete(index.name()));
  }

  /**
   * Selects the indexes to delete. A rebuild keeps only the current index and the one before, to go
   * back to.
   */
  private List<String> allBut(String current, Optional<String> before) {
    return indexes().stream()
        .map(ClusterIndex::name)
        .filter(index -> !index.equals(current) && !before.equals(Optional.of(index)))
        .toList();
  }
}
