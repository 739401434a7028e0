package broadsheet.lucene.coordinator;

import broadsheet.engine.ArchiveCollection;
import broadsheet.lucene.schema.IndexFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several archives, searched as one: each answer is from the current state of each of them. Closing
 * it leaves them open. Thread-safe.
 */
public final class JoinedArchives implements ArchiveSource {

  private static final long PRIME = 1_000_003;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int MOST_LOOKS = 100;

  private final List<ArchiveCollection> collections;
  private final List<ArchiveSource> archives;
  private final Runnable closing;
  private @Nullable Joined newest;

  /**
   * @param parts the state of each archive
   * @param whole all of them
   */
  private record Joined(List<ShardedArchive> parts, ShardedArchive whole) {

    static ShardedArchive whole(List<ShardedArchive> parts) {
      return parts.size() == 1
          ? parts.getFirst()
          : new ShardedArchive(
              new JoinedShards(parts.stream().map(ShardedArchive::shards).toList()),
              IndexFormat.ofAll(parts.stream().map(ShardedArchive::format).toList()));
    }

    @SuppressWarnings("ReferenceEquality") // a state is the same object until it changes
    boolean isOf(List<ShardedArchive> others) {
      return IntStream.range(0, parts.size()).allMatch(i -> parts.get(i) == others.get(i));
    }
  }

  /**
   * @param collections what each of them is
   * @param archives at least one; not closed with this one
   * @param closing runs when it is closed
   */
  public JoinedArchives(
      List<ArchiveCollection> collections,
      List<? extends ArchiveSource> archives,
      Runnable closing) {
    this.collections = List.copyOf(collections);
    this.archives = List.copyOf(archives);
    this.closing = closing;
  }

  @Override
  public synchronized ShardedArchive current() {
    List<ShardedArchive> parts = archives.stream().map(ArchiveSource::current).toList();
    Joined known = newest;
    if (known == null || !known.isOf(parts)) {
      ShardedArchive whole = Joined.whole(parts);
      ShardedArchive next = known == null || parts.size() == 1 ? whole : whole.after(known.whole());
      newest = new Joined(parts, next);
      return next;
    }
    return known.whole();
  }

  /** Waits for whichever of them has another state: the shards do not say. */
  @Override
  public ShardedArchive after(ShardedArchive gone) {
    if (archives.size() == 1) {
      return archives.getFirst().after(gone);
    }
    ShardedArchive next = current();
    for (int looks = 0; next.equals(gone) && looks < MOST_LOOKS; looks++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      next = current();
    }
    return next;
  }

  @Override
  public Map<ArchiveCollection, Long> states() {
    Map<ArchiveCollection, Long> states = new LinkedHashMap<>();
    for (int i = 0; i < archives.size(); i++) {
      states.put(collections.get(i), archives.get(i).current().format().state());
    }
    return states;
  }

  @Override
  public long generation() {
    return archives.stream()
        .mapToLong(ArchiveSource::generation)
        .reduce(0, (all, each) -> all * PRIME + each);
  }

  @Override
  public Optional<String> fault() {
    return archives.stream().map(ArchiveSource::fault).flatMap(Optional::stream).findFirst();
  }

  @Override
  public PassageSource passages() {
    return archives.size() == 1
        ? archives.getFirst().passages()
        : new JoinedPassages(archives.stream().map(ArchiveSource::passages).toList());
  }

  /** The passages of each archive that has some. */
  private record JoinedPassages(List<PassageSource> archives) implements PassageSource {

    @Override
    public String index() {
      return archives.stream()
          .map(each -> each.models().isEmpty() ? "" : each.index())
          .collect(Collectors.joining(JoinedShards.SEPARATOR));
    }

    @Override
    public Map<String, String> models() {
      Map<String, String> all = new LinkedHashMap<>();
      archives.forEach(each -> each.models().forEach(all::putIfAbsent));
      return all;
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
