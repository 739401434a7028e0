package broadsheet.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An archive that release 2.0.0 (build e5247b89) made: its files, the index that was made of them
 * in {@code /srv/paper/files}, and what readers kept, which is an alert, a list and a correction of
 * a name.
 *
 * @param folder the folder with {@code files}, {@code index} and {@code index.desk}
 */
record FrozenArchive(Path folder) {

  /** Thaws it into an empty folder. */
  static FrozenArchive in(Path folder) throws IOException {
    try (InputStream file = FrozenArchive.class.getResourceAsStream("/frozen/2.0.0.zip");
        ZipInputStream zip = new ZipInputStream(requireNonNull(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path = folder.resolve(entry.getName());
        Files.createDirectories(requireNonNull(path.getParent()));
        Files.copy(zip, path);
      }
    }
    return new FrozenArchive(folder.toRealPath());
  }

  Path index() {
    return folder.resolve("index");
  }

  Path files() {
    return folder.resolve("files");
  }
}
