package broadsheet.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Syncs whole folders to disk, renames and deletes them. Links are not followed. Stateless. */
public final class Durable {

  private Durable() {}

  /** Makes everything in a folder durable. */
  public static void sync(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found)
              throws IOException {
            boolean isWritable = Files.isWritable(file);
            try (FileChannel channel =
                FileChannel.open(
                    file, isWritable ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
              channel.force(true);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
              throws IOException {
            syncNames(visited);
            return super.postVisitDirectory(visited, failed);
          }
        });
  }

  /** Makes the names in a folder durable, where the system lets folders be opened. */
  static void syncNames(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows, or a folder that may be written but not listed
    }
  }

  /** Renames a file or folder in one step, durably. The new name is not taken. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncNames(Objects.requireNonNull(to.toAbsolutePath().getParent()));
  }

  /** Deletes a folder and everything in it. Does nothing if there is none. */
  public static void delete(Path folder) throws IOException {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                throws IOException {
              Files.delete(visited);
              return super.postVisitDirectory(visited, failed);
            }
          });
    } catch (NoSuchFileException e) {
      // there is none, or another process was quicker
    }
  }
}
