package broadsheet.engine.result;

import java.time.Instant;

/**
 * The arrivals of a saved search, at a glance.
 *
 * @param count how many articles, 1 to {@value Arrival#MOST}
 * @param latest when the last of them arrived
 */
public record ArrivalSum(long count, Instant latest) {}
