package broadsheet.article;

/**
 * A durable reference to an article. Its fingerprint leads to the article wherever its files move
 * and whatever id a rebuild gives it; its id leads to the article when its text was corrected.
 * Immutable.
 *
 * @param id the id it had when this was made
 * @param fingerprint identifies its text, as hexadecimal digits
 */
public record ArticleRef(String id, String fingerprint) {

  private static final String BYTES = "([0-9a-f]{2}){1,64}";

  /**
   * @throws IllegalArgumentException when the id is empty or the fingerprint is malformed
   */
  public ArticleRef {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an article without an id");
    }
    if (!fingerprint.matches(BYTES)) {
      throw new IllegalArgumentException("'" + fingerprint + "' is no fingerprint of an article");
    }
  }
}
