package broadsheet.web;

import broadsheet.engine.ArchiveCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Rights to the collections in folders. */
class RightsIT extends RightsContract {

  @Override
  protected Path place(Path folder, String name) {
    return folder.resolve(name).resolve("index");
  }

  @Override
  protected void copy(ArchiveCollection collection, Path from, Path to) throws IOException {
    Path own = Files.createDirectories(collection.in(to));
    try (Stream<Path> files = Files.list(collection.in(from))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        Files.copy(each, own.resolve(each.getFileName()));
      }
    }
  }
}
