package broadsheet.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An append-only log of lines with rotation, in files that only the owner of the process may read.
 * A line is on disk when {@link #add} returns, and is whole or absent: the next line replaces the
 * remains that a kill or a full disk leaves. A full file is renamed to {@code NAME.1}, that to
 * {@code NAME.2}, and the oldest is deleted. Several threads and processes may write. Immutable.
 *
 * @param file its newest lines; beside it is {@code NAME.lock}, an empty file
 * @param mostBytes the most bytes in a file; a single line may be longer
 * @param mostFiles the number of files kept, from 1
 */
public record LineLog(Path file, long mostBytes, int mostFiles) {

  /** A file lock only keeps out other processes; this one keeps out other threads. */
  private static final Lock IN_PROCESS = new ReentrantLock();

  private static final int TAIL_BYTES = 8 * 1024;

  /**
   * Adds a line.
   *
   * @param line without line ends
   * @throws IOException when it cannot be written; the log stays as it was
   */
  public void add(String line) throws IOException {
    byte[] bytes = bytes(List.of(line));
    alone(
        () -> {
          if (Files.exists(file) && Files.size(file) + bytes.length > mostBytes) {
            rotate();
          }
          try (FileChannel channel = open(file)) {
            append(bytes, channel);
          }
        });
  }

  /** First lines, which may have to be read. */
  public interface FirstLines {
    Collection<String> read() throws IOException;
  }

  /**
   * Begins the log with these lines, all or none; does nothing where it is begun.
   *
   * @throws IOException when they cannot be read or written
   */
  public void begin(FirstLines lines) throws IOException {
    alone(
        () -> {
          if (Files.notExists(file)) {
            Path beside = numbered(".new");
            try (FileChannel channel = open(beside)) {
              append(bytes(lines.read()), channel.truncate(0));
            }
            Durable.rename(beside, file);
          }
        });
  }

  private static byte[] bytes(Collection<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(joining()).getBytes(UTF_8);
  }

  private interface Step {
    void take() throws IOException;
  }

  private void alone(Step step) throws IOException {
    IN_PROCESS.lock();
    try (FileChannel lock = open(numbered(".lock"));
        FileLock _ = lock.lock()) {
      step.take();
    } finally {
      IN_PROCESS.unlock();
    }
  }

  private Path numbered(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        forOwner(path));
  }

  private static FileAttribute<?>[] forOwner(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private void rotate() throws IOException {
    for (int i = mostFiles - 1; i > 0; i--) {
      Path older = i == 1 ? file : numbered("." + (i - 1));
      if (Files.exists(older)) {
        Files.move(older, numbered("." + i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (mostFiles == 1) {
      Files.deleteIfExists(file);
    }
  }

  private static void append(byte[] bytes, FileChannel channel) throws IOException {
    long end = endOfLines(channel);
    try {
      channel.truncate(end).position(end);
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }

  /** The place after the last line that is whole. */
  private static long endOfLines(FileChannel channel) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES);
    for (long end = channel.size(); end > 0; end -= tail.limit()) {
      tail.clear().limit((int) Math.min(TAIL_BYTES, end));
      long start = end - tail.limit();
      while (tail.hasRemaining() && channel.read(tail, start + tail.position()) > 0) {}
      for (int i = tail.limit(); i > 0; i--) {
        if (tail.get(i - 1) == '\n') {
          return start + i;
        }
      }
    }
    return 0;
  }
}
