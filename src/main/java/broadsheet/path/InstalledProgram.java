package broadsheet.path;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds installed programs on the search path ({@code PATH}). Stateless. */
public final class InstalledProgram {

  private InstalledProgram() {}

  /** The first program of a name on this system's search path; empty if there is none. */
  public static Optional<Path> find(String name) {
    return find(name, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * The same on another search path.
   *
   * @param searchPath folders, separated as the system separates them
   */
  public static Optional<Path> find(String name, String searchPath) {
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(name, name + ".exe").flatMap(each -> in(folder, each)))
        .findFirst();
  }

  private static Stream<Path> in(String folder, String name) {
    try {
      Path file = Path.of(folder).resolve(name).toAbsolutePath().normalize();
      boolean isProgram =
          !folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file);
      return isProgram ? Stream.of(file) : Stream.empty();
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
