package broadsheet.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files and folders that an index is made from. Finds files within them only, no matter what an
 * index says, and follows no link out of them. Safe for use by several threads.
 *
 * @param sources the files and folders that the index is made from
 */
public record SourceRoots(Supplier<List<String>> sources) {
  /** The real path of a file; empty if it is not there or not within the sources. */
  public Optional<Path> file(String name) {
    try {
      Path real = PathName.toPath(name).toRealPath();
      boolean isInside = roots().stream().anyMatch(real::startsWith);
      return isInside && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The folders of the sources; of a file, the folder it is in. */
  private List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    for (String source : sources.get()) {
      try {
        Path real = PathName.toPath(source).toRealPath();
        Path folder = Files.isDirectory(real) ? real : real.getParent();
        if (folder != null) {
          roots.add(folder);
        }
      } catch (IOException | InvalidPathException e) {
        // A source that is not there has no files.
      }
    }
    return roots;
  }
}
