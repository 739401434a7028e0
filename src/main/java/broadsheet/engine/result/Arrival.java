package broadsheet.engine.result;

import java.time.Instant;

/**
 * An article that came in for a saved search: an update found it to be new, and to match.
 *
 * @param hit the article as it is now, with what of the search it matches marked
 * @param at when the update that brought it was committed
 */
public record Arrival(Hit hit, Instant at) {

  /** So many are kept for each saved search, the newest. */
  public static final int MOST = 1_000;
}
