package broadsheet.desk;

import java.time.Instant;

/**
 * A search that a reader saved in order to see new matches. Immutable.
 *
 * @param id names it in URLs, for ever; a few letters and digits
 * @param search the query and its filters, as URL parameters; empty for every article
 * @param reading how the query was understood when it was saved, in plain words
 * @param createdAt when it was saved
 */
public record SavedSearch(String id, String search, String reading, Instant createdAt) {

  private static final String ID = "[a-z0-9]{1,40}";

  /**
   * @throws IllegalArgumentException when the id is malformed
   */
  public SavedSearch {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "an id is letters from a to z and digits, not '" + id + "'");
    }
  }

  /** Whether a text is a well-formed id. */
  public static boolean isId(String text) {
    return text.matches(ID);
  }
}
