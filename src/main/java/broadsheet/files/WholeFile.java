package broadsheet.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/**
 * Replaces a file as a whole. Atomic and durable: killed at any moment, or out of disk, it leaves
 * the old content or the new, never less. Stateless; who may write when is the caller's to settle.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Makes these bytes the content of the file, which is made when missing. A link stays one.
   *
   * @throws IOException when they cannot be written; the file is as it was
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      write(bytes, beside);
      keepPermissions(target, beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    sync(Objects.requireNonNull(target.getParent()));
  }

  private static void write(byte[] bytes, Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /** The new name lasts once its folder is written; where folders cannot be opened, it does so. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows, or a folder that may be written but not listed
    }
  }

  /** A reason in words: those of most file exceptions are just the path again. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "no permission";
      case NoSuchFileException _ -> "no such folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
