package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.JoinedReader;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.search.ReferenceManager;
import org.jspecify.annotations.Nullable;

/**
 * Several indexes, searched as one. Each answer is from one commit of each of them: the newest ones
 * once what searches need of them together has been read. Closing it leaves them open. Thread-safe.
 */
public final class JoinedIndex implements OpenIndex {

  private static final long PRIME = 1_000_003;

  /** After this long without a request, newer commits are read with the next request. */
  private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

  private final List<CommittedIndex> indexes;
  private final Runnable closing;
  private final Renewal renewal = new Renewal();
  private volatile List<NameCorrection> corrections = List.of();
  private @Nullable Joined newest;
  private int renewals;
  private long usedAt = System.nanoTime();
  private boolean isClosed;

  /**
   * @param parts the commit of each index
   * @param whole the same as one
   */
  private record Joined(List<ReaderSnapshot> parts, ReaderSnapshot whole) {

    static Joined of(List<CommittedIndex> indexes, List<ReaderSnapshot> parts) throws IOException {
      IndexFormat format = IndexFormat.ofAll(parts.stream().map(ReaderSnapshot::format).toList());
      SequencedMap<String, DirectoryReader> readers = new LinkedHashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        readers.put(indexes.get(i).collection().tag(), parts.get(i).opened());
      }
      DirectoryReader reader = JoinedReader.of(readers);
      try {
        return new Joined(parts, new ReaderSnapshot(reader, format));
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    }

    Joined warmedAs(Joined other) throws IOException {
      try {
        whole.warmAs(other.whole);
        return this;
      } catch (IOException | RuntimeException e) {
        release();
        throw e;
      }
    }

    Joined held() {
      whole.getIndexReader().incRef();
      return this;
    }

    void release() throws IOException {
      whole.getIndexReader().decRef();
    }
  }

  /** Work on one commit of each index. */
  private interface Parts<T> {
    T with(List<ReaderSnapshot> parts) throws IOException;
  }

  private interface JoinedWork<T> {
    T with(Joined joined) throws IOException;
  }

  /** A failure to read one of the indexes: each of them tells whether it is damaged. */
  private static final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReadFailure(Throwable cause) {
      super(cause);
    }
  }

  /** Goes on to newer commits, one at a time, in the threads that look for them. */
  private final class Renewal implements ReferenceManager.RefreshListener {
    @Override
    public void beforeRefresh() {}

    @Override
    public synchronized void afterRefresh(boolean isNewer) {
      if (isNewer) {
        renew();
      }
    }
  }

  /**
   * @param indexes at least one; not closed with this one
   * @param closing runs when it is closed
   */
  public JoinedIndex(List<CommittedIndex> indexes, Runnable closing) {
    this.indexes = List.copyOf(indexes);
    this.closing = closing;
    indexes.forEach(index -> index.listen(renewal));
  }

  @Override
  public <T> T read(Work<T> work) {
    return indexes.size() == 1
        ? indexes.getFirst().read(only -> work.with(only.with(corrections)))
        : joined(joined -> work.with(joined.whole().with(corrections)));
  }

  private <T> T joined(JoinedWork<T> work) {
    int before = renewals();
    return each(parts -> joined(acquire(parts, before), work));
  }

  private <T> T each(Parts<T> work) {
    try {
      return each(List.of(), work);
    } catch (ReadFailure e) {
      throw UnreadableIndex.damaged(indexes.getFirst().folder(), cause(e));
    }
  }

  private static IOException cause(ReadFailure e) {
    return e.getCause() instanceof IOException read
        ? read
        : new IOException(String.valueOf(e.getCause()), e.getCause());
  }

  /** Each index is read within the reading of the one before it, so that all stay open. */
  private <T> T each(List<ReaderSnapshot> before, Parts<T> work) {
    if (before.size() < indexes.size()) {
      return indexes
          .get(before.size())
          .read(next -> each(Stream.concat(before.stream(), Stream.of(next)).toList(), work));
    }
    try {
      return work.with(before);
    } catch (IOException | UncheckedIOException | InternalError e) {
      throw new ReadFailure(e);
    }
  }

  private static <T> T joined(Joined joined, JoinedWork<T> work) throws IOException {
    try {
      return work.with(joined);
    } finally {
      joined.release();
    }
  }

  private synchronized int renewals() {
    usedAt = System.nanoTime();
    return renewals;
  }

  /**
   * The newest commits, to be released.
   *
   * @param parts commits that are open
   * @param before the number of renewals before they were
   */
  private synchronized Joined acquire(List<ReaderSnapshot> parts, int before) throws IOException {
    Joined known = newest;
    if (known == null) {
      known = Joined.of(indexes, parts);
      if (isClosed || before != renewals) {
        return known; // its only user closes it
      }
      newest = known;
    }
    return known.held();
  }

  /** Reads newer commits while requests are still answered from those before. */
  private void renew() {
    try {
      Optional<Joined> before = beginning();
      if (before.isPresent()) {
        joined(
            before.get(), old -> replaced(each(parts -> Joined.of(indexes, parts).warmedAs(old))));
      }
    } catch (IOException | RuntimeException | Error e) {
      drop(); // the next request reads them, or is told why it cannot
    }
  }

  /** The commits that are in use, to be released; none where nobody asks. */
  private synchronized Optional<Joined> beginning() {
    renewals++;
    if (System.nanoTime() - usedAt > IDLE_NANOS) {
      drop();
    }
    return Optional.ofNullable(newest).map(Joined::held);
  }

  private synchronized Joined replaced(Joined next) {
    drop();
    newest = next;
    if (isClosed) {
      drop();
    }
    return next;
  }

  private synchronized void drop() {
    Joined last = newest;
    newest = null;
    try {
      if (last != null) {
        last.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void correct(List<NameCorrection> all) {
    corrections =
        all.stream()
            .filter(
                each ->
                    indexes.stream()
                        .anyMatch(index -> index.collection().tag().equals(each.collection())))
            .toList();
  }

  @Override
  public Optional<String> fault() {
    return indexes.stream().map(CommittedIndex::fault).flatMap(Optional::stream).findFirst();
  }

  @Override
  public long generation() {
    return read(
        snapshot -> {
          long all = 0;
          for (IndexCommit commit : JoinedReader.commits(snapshot.opened())) {
            all = all * PRIME + commit.getGeneration();
          }
          return all;
        });
  }

  @Override
  public Map<String, Long> states() {
    return indexes.size() == 1 ? indexes.getFirst().states() : joined(this::states);
  }

  private Map<String, Long> states(Joined joined) {
    Map<String, Long> states = new HashMap<>();
    for (int i = 0; i < indexes.size(); i++) {
      states.put(indexes.get(i).collection().name(), joined.parts().get(i).state());
    }
    return states;
  }

  @Override
  public void close() {
    indexes.forEach(index -> index.forget(renewal));
    try {
      closed();
    } finally {
      closing.run();
    }
  }

  private synchronized void closed() {
    isClosed = true;
    drop();
  }
}
