package broadsheet.engine;

import java.time.Instant;

/**
 * That an article came in for a saved search, as it is kept outside of an index. Immutable.
 *
 * @param search the id of the saved search
 * @param fingerprint what tells the article's text from all others, as hexadecimal digits
 * @param article the id it came in under
 * @param at when, to the microsecond
 */
public record ArrivalRecord(String search, String fingerprint, String article, Instant at) {

  private static final String BYTES = "([0-9a-f]{2})+";

  /**
   * @throws IllegalArgumentException when the fingerprint is none
   */
  public ArrivalRecord {
    if (!fingerprint.matches(BYTES)) {
      throw new IllegalArgumentException("'" + fingerprint + "' is no fingerprint of an article");
    }
  }
}
