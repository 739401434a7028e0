package broadsheet.recording;

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
}
