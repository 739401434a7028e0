package broadsheet.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Limits which files may be read: never the system's own files, and no links out of the given files
 * and folders unless that is allowed. Immutable.
 */
public final class SourceReach {

  /** Folders whose files the system generates as they are read. */
  private static final List<Path> MADE_UP = List.of(Path.of("/proc"), Path.of("/sys"));

  private static final String OUTSIDE =
      "a link out of the given files and folders; --follow-links follows it";
  private static final String OF_THE_SYSTEM = "a system file, not part of an archive";

  private final List<Path> roots;
  private final boolean followsLinks;

  private SourceReach(List<Path> roots, boolean followsLinks) {
    this.roots = roots;
    this.followsLinks = followsLinks;
  }

  /**
   * Limits a reading to these files and folders, which may themselves be links.
   *
   * @param followsLinks whether links may lead out of them
   */
  public static SourceReach within(List<Path> roots, boolean followsLinks) {
    return new SourceReach(roots.stream().map(SourceReach::real).toList(), followsLinks);
  }

  /**
   * Why a path is not read; empty if it is.
   *
   * @throws IOException if the target of a link cannot be determined
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
