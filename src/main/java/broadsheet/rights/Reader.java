package broadsheet.rights;

import java.util.Set;

/**
 * The one who makes a request. Immutable.
 *
 * @param groups the groups in which a trusted proxy says that the reader is
 * @param isOperator whether it is the operator of the archive, who may do everything
 */
public record Reader(Set<String> groups, boolean isOperator) {

  /** The operator, for whom no rights count. */
  public static final Reader OPERATOR = new Reader(Set.of(), true);

  /** Someone of whom nothing is known. */
  public static final Reader ANYONE = new Reader(Set.of(), false);

  public Reader {
    groups = Set.copyOf(groups);
  }

  /** A reader in these groups. */
  public static Reader in(Set<String> groups) {
    return new Reader(groups, false);
  }
}
