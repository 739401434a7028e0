package broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Where judgements may be kept. Stateless. */
final class JudgementFile {
  private JudgementFile() {}

  /**
   * The file, which is not in the folder of an index.
   *
   * @throws UsageException when it is: whoever deletes the index would delete it, too
   */
  static Path outside(Path index, Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (real(folder == null ? file : folder).startsWith(real(index))) {
      throw new UsageException(
          "--judge keeps nothing in the index folder %s, which may be deleted with its index: give a file elsewhere, such as %s"
              .formatted(index, file.getFileName()),
          null);
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
