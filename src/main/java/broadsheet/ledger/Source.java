package broadsheet.ledger;

import java.util.List;

/**
 * A file or folder that an index is made from. Immutable.
 *
 * @param path absolute, as the system writes it
 * @param readAs the declared format of all its files; empty when the format is detected
 * @param excluded globs of files and folders in it that are left out; may be empty
 * @param followsLinks whether links in it that lead out of all sources are followed
 * @param languages the languages in which the text of its pictures is recognized, such as {@code
 *     eng+deu}; empty if it is not recognized
 */
public record Source(
    String path, String readAs, List<String> excluded, boolean followsLinks, String languages) {

  public Source {
    excluded = List.copyOf(excluded);
  }

  /** A source without exclusions, read without following links out of it or recognizing text. */
  public Source(String path, String readAs) {
    this(path, readAs, List.of(), false, "");
  }

  /** Whether a file or folder is this source or lies inside it. */
  public boolean holds(String other) {
    return other.equals(path) || other.startsWith(path.endsWith("/") ? path : path + "/");
  }
}
