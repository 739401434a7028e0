package broadsheet.corpus.pack;

import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The decompression budget of one file of the walk, a guard against zip bombs: it covers all its
 * layers, together with the other files that are read for it, such as the pages of its issue. Once
 * a limit is exceeded, every later use throws the same exception. Not thread-safe.
 */
public final class DecompressionBudget implements Budget {
  /** The most containers and compressions around a file. */
  public static final int DEEPEST = 8;

  /** The number of entries a file may always have, over all its containers. */
  static final long FLOOR_OF_ENTRIES = 5_000;

  /**
   * Beyond that, the fewest bytes on disk per entry. An entry in a zip takes 80; one in a
   * compressed tar, with two lines of text, about 50.
   */
  public static final long LEAST_OF_ENTRY = 8;

  /** The number of bytes a file may always expand to, over all its layers. */
  static final long FLOOR = 32L << 20;

  /** Beyond that, the most bytes for each byte on disk. News text reaches about 20. */
  public static final long RATIO = 250;

  /** The number of records a file may always have after decompression, good or bad. */
  static final long FLOOR_OF_RECORDS = 48_000;

  /**
   * Beyond that, the fewest bytes on disk per record. A bare headline takes about 18 in a
   * compressed table of a million.
   */
  static final long LEAST_OF_RECORD = 8;

  public static final String TOO_LARGE = "unpacks to far more than it should: reading stopped";
  public static final String TOO_MANY = "contains more files than its size allows: reading stopped";
  public static final String TOO_MANY_RECORDS =
      "contains more records than its size allows: reading stopped";
  public static final String TOO_DEEP = "nested too deeply: not unpacked";

  private final LongSupplier records;
  private final Set<Path> named = new HashSet<>();
  private long packed;
  private long unpacked;
  private long entries;
  private Optional<LimitExceeded> exceeded = Optional.empty();

  /**
   * @param records returns the number of records read so far, good or bad
   */
  public DecompressionBudget(LongSupplier records) {
    this.records = records;
  }

  /** The same stream, with its bytes counted as bytes on disk. */
  public InputStream packed(InputStream file) {
    return new FilterInputStream(file) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        packed += value < 0 ? 0 : 1;
        return value;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        packed += Math.max(read, 0);
        return read;
      }
    };
  }

  /** Counts another file on disk: once, however often it is read. */
  void packed(Path file, long bytes) {
    packed += named.add(file) ? bytes : 0;
  }

  /** Counts bytes that came out of a decompressor, or of another file. */
  @Override
  public void unpacked(SourceFile file, long bytes) throws LimitExceeded {
    check();
    unpacked += bytes;
    if (unpacked > FLOOR && unpacked / RATIO > packed) {
      exceed(file, TOO_LARGE, (unpacked >> 20) + " MB from " + (packed >> 10) + " KB");
    }
    long read = records.getAsLong();
    if (read > FLOOR_OF_RECORDS && read * LEAST_OF_RECORD > packed) {
      exceed(file, TOO_MANY_RECORDS, read + " from " + (packed >> 10) + " KB");
    }
  }

  /** Counts an entry of a container. */
  public void entry(SourceFile container) throws LimitExceeded {
    check();
    entries++;
    if (entries > FLOOR_OF_ENTRIES && entries * LEAST_OF_ENTRY > packed) {
      exceed(container, TOO_MANY, entries + " from " + (packed >> 10) + " KB");
    }
  }

  /** Rethrows the first exception, in case a reader mistook it for something else. */
  public void check() throws LimitExceeded {
    if (exceeded.isPresent()) {
      throw exceeded.get();
    }
  }

  private void exceed(SourceFile file, String reason, String detail) throws LimitExceeded {
    exceeded = Optional.of(new LimitExceeded(file.place(), reason, detail));
    check();
  }
}
