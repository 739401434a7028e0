package broadsheet.cli;

import broadsheet.cli.common.UsageException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Refuses a file of judgements inside the index folder, since deleting the index would delete it.
 * Stateless.
 */
final class JudgementFile {
  private JudgementFile() {}

  /**
   * The file, if it is outside the index folder.
   *
   * @throws UsageException if it is inside, because deleting the index would delete it as well
   */
  static Path outside(Path index, Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (real(folder == null ? file : folder).startsWith(real(index))) {
      throw new UsageException(
          "--judge cannot use the index folder %s, because deleting the index would delete the file: give a file elsewhere, such as %s"
              .formatted(index, file.getFileName()));
    }
    return file;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
