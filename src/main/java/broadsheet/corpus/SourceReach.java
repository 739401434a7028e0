package broadsheet.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How far a reading reaches: not into the system's own files, and by links not out of the files and
 * folders that were given, unless that is asked for. Immutable.
 */
public final class SourceReach {

  /** Files that the system makes up as they are read. */
  private static final List<Path> MADE_UP = List.of(Path.of("/proc"), Path.of("/sys"));

  private static final String OUTSIDE =
      "a link out of the files and folders given; --follow-links follows it";
  private static final String OF_THE_SYSTEM = "a file of the system, not of an archive";

  private final List<Path> roots;
  private final boolean followsLinks;

  private SourceReach(List<Path> roots, boolean followsLinks) {
    this.roots = roots;
    this.followsLinks = followsLinks;
  }

  /**
   * Within these files and folders, which may be links themselves.
   *
   * @param followsLinks whether links lead out of them
   */
  public static SourceReach within(List<Path> roots, boolean followsLinks) {
    return new SourceReach(roots.stream().map(SourceReach::real).toList(), followsLinks);
  }

  /**
   * Why what lies at a path is not read; empty if it is.
   *
   * @throws IOException when it cannot be told where a link leads
   */
  public Optional<String> refusal(Path path) throws IOException {
    if (!Files.isSymbolicLink(path)) {
      return isMadeUp(path) ? Optional.of(OF_THE_SYSTEM) : Optional.empty();
    }
    Path target = path.toRealPath();
    if (isMadeUp(target)) {
      return Optional.of(OF_THE_SYSTEM);
    }
    boolean isInside = followsLinks || roots.stream().anyMatch(target::startsWith);
    return isInside ? Optional.empty() : Optional.of(OUTSIDE);
  }

  private static boolean isMadeUp(Path path) {
    return MADE_UP.stream().anyMatch(path::startsWith);
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root.toAbsolutePath().normalize();
    }
  }
}
