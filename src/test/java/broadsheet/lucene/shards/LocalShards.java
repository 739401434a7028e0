package broadsheet.lucene.shards;

import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.NodeSearches;
import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.ShardedArchive;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.UpdateState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/**
 * Shards in this process, asked by the bytes that would be sent. Generations stay open until the
 * end, for those still reading them. Thread-safe.
 */
final class LocalShards implements ArchiveSource {

  private final Generations generations;
  private final Optional<LocalPassages> passages;
  private final List<Opened> opened = new ArrayList<>();
  private final NodeSearches node = new NodeSearches();
  private final AtomicLong searches = new AtomicLong();

  /** Puts wrappers around a reader for one request. */
  interface Wrapper {
    /** The reader itself where there are none. */
    DirectoryReader wrapped(DirectoryReader reader) throws IOException;
  }

  LocalShards(Generations generations) {
    this(generations, Optional.empty());
  }

  LocalShards(Generations generations, Optional<LocalPassages> passages) {
    this.generations = generations;
    this.passages = passages;
    current();
  }

  /** The same shards, which have answered all that was asked here, as another user sees them. */
  ArchiveSource seenThrough(Wrapper wrapper) {
    Opened now = opened.getLast();
    Shards shards = new Local(now.readers(), now.shown().shown(), wrapper, () -> true);
    return new SeenShards(
        this, new ShardedArchive(shards, now.archive().format()), Optional.empty());
  }

  private record Opened(
      Generations.Current shown, List<DirectoryReader> readers, ShardedArchive archive) {}

  private final class Local implements Shards {

    private final List<DirectoryReader> readers;
    private final UpdateState shown;
    private final Wrapper wrapper;
    private final String state = Integer.toString(opened.size());
    private final BooleanSupplier isOnNode;

    /**
     * @param isOnNode whether the node does the next search of a page, as one of a cluster would
     */
    Local(
        List<DirectoryReader> readers,
        UpdateState shown,
        Wrapper wrapper,
        BooleanSupplier isOnNode) {
      this.readers = readers;
      this.shown = shown;
      this.wrapper = wrapper;
      this.isOnNode = isOnNode;
    }

    @Override
    public Optional<byte[]> search(byte[] call, Duration left) {
      return isOnNode.getAsBoolean()
          ? Optional.of(node.answer(call, "", state, this, () -> false))
          : Optional.empty();
    }

    @Override
    public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
      List<byte[]> replies = new ArrayList<>();
      for (DirectoryReader reader : readers) {
        try {
          replies.add(answer(reader, call));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new Replies(replies, readers.size());
    }

    @Override
    public Optional<Shards> passages(String index) {
      return passages.map(LocalPassages::shards);
    }

    private byte[] answer(DirectoryReader reader, byte[] call) throws IOException {
      DirectoryReader wrapped = wrapper.wrapped(reader);
      try {
        return Shard.answer(new Shard.View(reader, wrapped, shown), call, () -> false);
      } finally {
        if (!wrapped.equals(reader)) {
          wrapped.close();
        }
      }
    }
  }

  @Override
  public synchronized ShardedArchive current() {
    Generations.Current current = generations.current();
    if (opened.isEmpty() || !opened.getLast().shown().equals(current)) {
      try {
        opened.add(open(current));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return opened.getLast().archive();
  }

  @Override
  public ShardedArchive after(ShardedArchive gone) {
    return current();
  }

  private Opened open(Generations.Current shown) throws IOException {
    List<Path> folders = generations.shards(shown);
    List<DirectoryReader> readers = new ArrayList<>();
    for (Path folder : folders) {
      readers.add(DirectoryReader.open(FSDirectory.open(folder)));
    }
    Map<String, String> data = readers.getFirst().getIndexCommit().getUserData();
    IndexFormat format = IndexFormat.of(data, folders.getFirst());
    return new Opened(
        shown,
        readers,
        new ShardedArchive(
            new Local(
                List.copyOf(readers),
                shown.shown(),
                reader -> reader,
                () -> searches.incrementAndGet() % 2 == 0),
            format));
  }

  @Override
  public synchronized long generation() {
    current();
    return opened.size();
  }

  @Override
  public Optional<String> fault() {
    return Optional.empty();
  }

  @Override
  public PassageSource passages() {
    return passages.<PassageSource>map(own -> own).orElse(PassageSource.NONE);
  }

  @Override
  public synchronized void close() {
    for (Opened each : opened) {
      for (DirectoryReader reader : each.readers()) {
        try {
          reader.close();
          reader.directory().close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
