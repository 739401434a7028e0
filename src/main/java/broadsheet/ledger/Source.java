package broadsheet.ledger;

import java.util.List;

/**
 * A file or folder that an index is made from. Immutable.
 *
 * @param path absolute, as the system writes it
 * @param readAs the format all its files are said to be of; empty when that is found by looking
 * @param excluded globs of files and folders in it that are left out; may be none
 * @param followsLinks whether links in it are followed out of all sources
 */
public record Source(String path, String readAs, List<String> excluded, boolean followsLinks) {

  public Source {
    excluded = List.copyOf(excluded);
  }

  /** A source of which nothing is left out, and no link followed out of it. */
  public Source(String path, String readAs) {
    this(path, readAs, List.of(), false);
  }

  /** Whether a file or folder is this source or lies in it. */
  public boolean holds(String other) {
    return other.equals(path) || other.startsWith(path.endsWith("/") ? path : path + "/");
  }
}
