package broadsheet.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A search that a reader saved in order to see new matches. Immutable.
 *
 * @param id its permanent name in URLs; a few letters and digits
 * @param search the query and its filters, as URL parameters; empty for every article
 * @param reading the interpretation of the query when it was saved, in plain words
 * @param createdAt the time it was saved
 * @param owner the user it belongs to; empty when it belongs to all
 * @param since the number of the published state when it was saved: articles with a greater number
 *     are its matches
 * @param sinceIn lower numbers that count instead for some collections, by their names
 */
public record SavedSearch(
    String id,
    String search,
    String reading,
    Instant createdAt,
    String owner,
    long since,
    Map<String, Long> sinceIn) {

  private static final String ID = "[a-z0-9]{1,40}";

  /**
   * @throws IllegalArgumentException when the id is malformed
   */
  public SavedSearch {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "an id is letters from a to z and digits, not '" + id + "'");
    }
    sinceIn =
        sinceIn.entrySet().stream()
            .filter(each -> each.getValue() < since)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A search that belongs to all users. */
  public SavedSearch(String id, String search, String reading, Instant createdAt, long since) {
    this(id, search, reading, createdAt, "", since, Map.of());
  }

  /**
   * A new search of an actor. A search with an owner gets a secret id, which alone protects its
   * feed.
   */
  static SavedSearch by(
      Actor actor, String search, String reading, long since, Map<String, Long> sinceIn) {
    return new SavedSearch(
        actor.user().isEmpty() ? RandomId.next() : RandomId.secret(),
        search,
        reading,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        actor.user(),
        since,
        sinceIn);
  }

  /** This search with another owner. */
  public SavedSearch givenTo(String other) {
    return new SavedSearch(id, search, reading, createdAt, other, since, sinceIn);
  }

  /** Whether the other is the same search of the same owner. */
  public boolean isSame(SavedSearch other) {
    return owner.equals(other.owner) && search.equals(other.search);
  }

  /** Whether a text is a well-formed id. */
  public static boolean isId(String text) {
    return text.matches(ID);
  }
}
