package broadsheet.ledger;

/**
 * A file or folder that an index is made from. Immutable.
 *
 * @param path absolute, as the system writes it
 * @param readAs the format all its files are said to be of; empty when that is found by looking
 */
public record Source(String path, String readAs) {

  /** Whether a file or folder is this source or lies in it. */
  public boolean holds(String other) {
    return other.equals(path) || other.startsWith(path.endsWith("/") ? path : path + "/");
  }
}
