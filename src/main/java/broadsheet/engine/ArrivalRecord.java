package broadsheet.engine;

import java.time.Instant;

/**
 * An arrival in the form in which it is kept outside an index. Immutable.
 *
 * @param search the id of the saved search
 * @param fingerprint identifies the article's text, as hexadecimal digits
 * @param article the id the article had when it arrived
 * @param at when it arrived, to the microsecond
 */
public record ArrivalRecord(String search, String fingerprint, String article, Instant at) {

  private static final String BYTES = "([0-9a-f]{2})+";

  /**
   * @throws IllegalArgumentException when the fingerprint is malformed
   */
  public ArrivalRecord {
    if (!fingerprint.matches(BYTES)) {
      throw new IllegalArgumentException("'" + fingerprint + "' is no fingerprint of an article");
    }
  }
}
