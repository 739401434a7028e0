package broadsheet.alert;

import java.time.Instant;

/**
 * A search that somebody wants to be told of when articles come in for it. Immutable.
 *
 * @param id names it in addresses, for ever; a few letters and digits
 * @param search the query and what narrows it, as the parameters of an address; empty for every
 *     article
 * @param reading how the query was understood when it was saved, in plain words
 * @param createdAt when it was saved
 */
public record SavedSearch(String id, String search, String reading, Instant createdAt) {

  private static final String ID = "[a-z0-9]{1,40}";

  /**
   * @throws IllegalArgumentException when the id is none
   */
  public SavedSearch {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "an id is letters from a to z and digits, not '" + id + "'");
    }
  }

  /** Whether a text may be an id. */
  public static boolean isId(String text) {
    return text.matches(ID);
  }
}
