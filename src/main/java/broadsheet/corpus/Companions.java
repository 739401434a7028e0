package broadsheet.corpus;

import broadsheet.corpus.record.Stamp;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the reading of a file depended on besides the file: other files, present or missing, and
 * which file a page belongs to. Tells later whether all of that is still so. Not thread-safe.
 */
final class Companions {
  private static final String FILE = "file";
  private static final String OWNER = "owner";
  private static final String MISSING = "missing";
  private static final String SEPARATOR = "\t";
  private static final int PARTS = 3;

  private final Path root;
  private final Issues issues;
  private final Set<String> lines = new LinkedHashSet<>();

  /**
   * @param root the folder beyond which nothing is looked at
   */
  Companions(Path root, Issues issues) {
    this.root = root;
    this.issues = issues;
  }

  /** Notes that a file was asked for, whether or not it is there. */
  void asked(Path path) {
    lines.add(line(FILE, path, stamp(path)));
  }

  /** The file that a page belongs to, which is noted. */
  Optional<Path> owner(Path page) {
    Optional<Path> owner = issues.ownerOf(page, root);
    lines.add(line(OWNER, page, owner.map(Path::toString).orElse("")));
    return owner;
  }

  /** All that was noted; empty if nothing was. */
  String state() {
    return String.join("\n", lines);
  }

  /** Whether all that was noted, in a state of before, is still so. */
  boolean areSame(String state) {
    return state.isEmpty() || state.lines().allMatch(this::isSame);
  }

  private boolean isSame(String line) {
    String[] parts = line.split(SEPARATOR, PARTS);
    if (parts.length < PARTS) {
      return false;
    }
    try {
      Path path = Path.of(parts[1]);
      return switch (parts[0]) {
        case FILE -> !parts[2].isEmpty() && parts[2].equals(stamp(path));
        case OWNER -> parts[2].equals(issues.ownerOf(path, root).map(Path::toString).orElse(""));
        default -> false;
      };
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Empty where the file has only just changed and may change again unnoticed. */
  private static String stamp(Path path) {
    return Files.exists(path) ? Stamp.of(path) : MISSING;
  }

  private static String line(String kind, Path path, String state) {
    return String.join(SEPARATOR, kind, path.toString(), state);
  }
}
