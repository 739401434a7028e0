package broadsheet.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps one file of the walk from growing without bound when it is unpacked, however it is packed
 * and nested. Once a limit is exceeded, every later use ends in the same exception. Not
 * thread-safe.
 */
final class Inflation {
  /** Containers and compressions around a file. */
  static final int DEEPEST = 8;

  /** Entries of all containers in one file. */
  static final long MOST_ENTRIES = 10_000_000;

  /** Bytes that may always come of a file, all its layers taken together. */
  static final long FLOOR = 256L << 20;

  /** Bytes that may come of each byte on disk beyond that. News text comes to about 20. */
  static final long RATIO = 250;

  static final String TOO_LARGE = "unpacks to far more than it should: not read on";
  static final String TOO_MANY = "holds too many files: not read on";
  static final String TOO_DEEP = "packed too deep: not unpacked";

  private long packed;
  private long unpacked;
  private long entries;
  private Optional<LimitExceeded> exceeded = Optional.empty();

  /** The same stream; what is read of it counts as bytes on disk. */
  InputStream packed(InputStream file) {
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
  void unpacked(SourceFile file, long bytes) throws LimitExceeded {
    check();
    unpacked += bytes;
    if (unpacked > FLOOR && unpacked / RATIO > packed) {
      exceed(file, TOO_LARGE, (unpacked >> 20) + " MB from " + (packed >> 10) + " KB");
    }
  }

  /** Counts an entry of a container. */
  void entry(SourceFile container) throws LimitExceeded {
    check();
    if (++entries > MOST_ENTRIES) {
      exceed(container, TOO_MANY, "more than " + MOST_ENTRIES);
    }
  }

  /** Throws again what was thrown once, in case a reader took it for something else. */
  void check() throws LimitExceeded {
    if (exceeded.isPresent()) {
      throw exceeded.get();
    }
  }

  private void exceed(SourceFile file, String reason, String detail) throws LimitExceeded {
    exceeded = Optional.of(new LimitExceeded(file.place(), reason, detail));
    check();
  }
}
