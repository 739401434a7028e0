package broadsheet.engine.result;

import java.time.Instant;

/**
 * An article that an update found to be new and to match a saved search.
 *
 * @param hit the article as it is now, with its matches of the saved search marked
 * @param at when the update that brought it was committed
 */
public record Arrival(Hit hit, Instant at) {

  /** The number of arrivals kept for each saved search. The newest are kept. */
  public static final int MOST = 1_000;
}
