package broadsheet.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recording on this machine. Immutable.
 *
 * @param size in bytes
 * @param version changes with the file
 */
public record RecordingFile(Path path, MediaKind kind, long size, String version) {

  /**
   * Opens a part of the file.
   *
   * @throws IOException if it cannot be read
   */
  public InputStream open(ByteRange range) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      file.position(range.first());
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new LimitedInput(Channels.newInputStream(file), range.length());
  }

  /** The first bytes of a stream. Not thread-safe. */
  private static final class LimitedInput extends FilterInputStream {
    private long left;

    LimitedInput(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? super.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = left > 0 ? super.read(target, offset, (int) Math.min(left, length)) : -1;
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(Math.min(left, bytes));
      left -= skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
