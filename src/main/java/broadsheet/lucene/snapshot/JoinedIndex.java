package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.JoinedReader;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/**
 * Several indexes, searched as one: each answer is from the newest commit of each of them. Closing
 * it leaves them open. Thread-safe.
 */
public final class JoinedIndex implements OpenIndex {

  private static final long PRIME = 1_000_003;

  private final List<CommittedIndex> indexes;
  private final Runnable closing;
  private volatile List<NameCorrection> corrections = List.of();
  private @Nullable Joined newest;
  private boolean isClosed;

  /**
   * @param parts the commit of each index
   * @param whole the same as one
   */
  private record Joined(List<ReaderSnapshot> parts, ReaderSnapshot whole) {

    static Joined of(List<ReaderSnapshot> parts) throws IOException {
      IndexFormat format = IndexFormat.ofAll(parts.stream().map(ReaderSnapshot::format).toList());
      DirectoryReader reader = JoinedReader.of(parts.stream().map(ReaderSnapshot::opened).toList());
      try {
        return new Joined(parts, new ReaderSnapshot(reader, format));
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    }

    boolean isOf(List<ReaderSnapshot> others) {
      return IntStream.range(0, parts.size()).allMatch(i -> parts.get(i) == others.get(i));
    }

    void release() throws IOException {
      whole.getIndexReader().decRef();
    }
  }

  /** A failure to read one of the indexes: each of them tells whether it is damaged. */
  private static final class ReadFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReadFailure(Throwable cause) {
      super(cause);
    }
  }

  /**
   * @param indexes at least one; not closed with this one
   * @param closing runs when it is closed
   */
  public JoinedIndex(List<CommittedIndex> indexes, Runnable closing) {
    this.indexes = List.copyOf(indexes);
    this.closing = closing;
  }

  @Override
  public <T> T read(Work<T> work) {
    try {
      return indexes.getFirst().read(first -> read(List.of(first), work));
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
  private <T> T read(List<ReaderSnapshot> before, Work<T> work) throws IOException {
    if (before.size() == indexes.size()) {
      return indexes.size() == 1
          ? work.with(before.getFirst().with(corrections))
          : joined(before, work);
    }
    return indexes
        .get(before.size())
        .read(next -> read(Stream.concat(before.stream(), Stream.of(next)).toList(), work));
  }

  private <T> T joined(List<ReaderSnapshot> parts, Work<T> work) {
    try {
      ReaderSnapshot whole = acquire(parts);
      try {
        return work.with(whole.with(corrections));
      } finally {
        whole.getIndexReader().decRef();
      }
    } catch (IOException | UncheckedIOException | InternalError e) {
      throw new ReadFailure(e);
    }
  }

  private synchronized ReaderSnapshot acquire(List<ReaderSnapshot> parts) throws IOException {
    Joined known = newest;
    if (known == null || !known.isOf(parts)) {
      Joined next = Joined.of(parts);
      if (isClosed) {
        return next.whole(); // its only user closes it
      }
      newest = next;
      if (known != null) {
        known.release();
      }
      known = next;
    }
    known.whole().getIndexReader().incRef();
    return known.whole();
  }

  @Override
  public void correct(List<NameCorrection> all) {
    corrections = List.copyOf(all);
  }

  @Override
  public Optional<String> fault() {
    return indexes.stream().map(CommittedIndex::fault).flatMap(Optional::stream).findFirst();
  }

  @Override
  public long generation() {
    long all = 0;
    for (CommittedIndex index : indexes) {
      all = all * PRIME + index.generation();
    }
    return all;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      if (newest != null) {
        newest.release();
        newest = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closing.run();
    }
  }
}
