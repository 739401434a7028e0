package broadsheet.corpus.archive;

import broadsheet.corpus.record.Peek;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Scans the bytes of a zip archive for its end-of-central-directory record. If that is missing, the
 * archive is cut off, which the zip reader does not report. Not thread-safe.
 */
final class EndOfZip extends FilterInputStream {
  private static final byte[] MARK = {'P', 'K', 5, 6};

  private int matched;

  EndOfZip(InputStream zip) {
    super(zip);
  }

  boolean isSeen() {
    return matched == MARK.length;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      match((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    for (int i = offset; i < offset + read; i++) {
      match(target[i]);
    }
    return read;
  }

  /** Reads the skipped bytes, since they may contain the record. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(Math.max(count, 0), Peek.LENGTH)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void match(byte next) {
    if (isSeen()) {
      return;
    }
    if (next == MARK[matched]) {
      matched++;
    } else {
      matched = next == MARK[0] ? 1 : 0;
    }
  }
}
