package broadsheet.corpus.pack;

import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Keeps bytes, compressed, in a temporary file until it is closed. Not thread-safe. */
public final class Spool implements AutoCloseable {

  /** The place where some bytes are kept. */
  public record Piece(long start, int length) {}

  private Optional<FileChannel> opened = Optional.empty();

  public Piece keep(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    FileChannel channel = channel();
    long start = channel.size();
    channel.position(start);
    Channels.newOutputStream(channel).write(packed.toByteArray());
    return new Piece(start, packed.size());
  }

  /**
   * The bytes again, which are counted again.
   *
   * @param file the file they are of
   */
  public byte[] read(Piece piece, SourceFile file, Budget budget) throws IOException {
    ByteBuffer packed = ByteBuffer.allocate(piece.length());
    FileChannel channel = channel();
    while (packed.hasRemaining()) {
      if (channel.read(packed, piece.start() + packed.position()) < 0) {
        throw new Damage(Damage.CUT_OFF, "temporary file");
      }
    }
    return Compression.GZIP
        .open(new ByteArrayInputStream(packed.array()), file, budget)
        .readAllBytes();
  }

  private FileChannel channel() throws IOException {
    if (opened.isEmpty()) {
      Path file = Files.createTempFile("broadsheet-", ".entries");
      opened =
          Optional.of(
              FileChannel.open(
                  file,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE));
    }
    return opened.get();
  }

  /** Also deletes the temporary file. */
  @Override
  public void close() throws IOException {
    if (opened.isPresent()) {
      opened.get().close();
    }
  }
}
