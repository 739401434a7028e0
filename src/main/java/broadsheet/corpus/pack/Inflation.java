package broadsheet.corpus.pack;

import broadsheet.corpus.record.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps one file of the walk from growing without bound when it is unpacked, however it is packed
 * and nested. Once a limit is exceeded, every later use ends in the same exception. Not
 * thread-safe.
 */
public final class Inflation {
  /** Containers and compressions around a file. */
  public static final int DEEPEST = 8;

  /** Entries that a file may always have, those of all containers in it taken together. */
  static final long FLOOR_OF_ENTRIES = 10_000;

  /**
   * Bytes on disk that each entry takes at least where there are more. One in a zip takes 80; one
   * in a packed tar, with a text of two lines, some 50.
   */
  public static final long LEAST_OF_ENTRY = 8;

  /** Bytes that may always come of a file, all its layers taken together. */
  static final long FLOOR = 32L << 20;

  /** Bytes that may come of each byte on disk beyond that. News text comes to about 20. */
  public static final long RATIO = 250;

  /** Records that may always be read from what a file is unpacked to, good or bad. */
  static final long FLOOR_OF_RECORDS = 48_000;

  /**
   * Bytes on disk that each record takes at least where there are more. A headline alone takes some
   * 18 in a packed table of a million.
   */
  static final long LEAST_OF_RECORD = 8;

  public static final String TOO_LARGE = "unpacks to far more than it should: not read on";
  public static final String TOO_MANY = "holds more files than its size allows: not read on";
  public static final String TOO_MANY_RECORDS =
      "holds more records than its size allows: not read on";
  public static final String TOO_DEEP = "packed too deep: not unpacked";

  private final LongSupplier records;
  private long packed;
  private long unpacked;
  private long entries;
  private Optional<LimitExceeded> exceeded = Optional.empty();

  /**
   * @param records how many records have been read so far, good or bad
   */
  public Inflation(LongSupplier records) {
    this.records = records;
  }

  /** The same stream; what is read of it counts as bytes on disk. */
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

  /** Counts bytes that came out of a compression. */
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

  /** Throws again what was thrown once, in case a reader took it for something else. */
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
