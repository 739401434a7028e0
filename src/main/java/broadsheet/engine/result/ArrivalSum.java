package broadsheet.engine.result;

import java.time.Instant;

/**
 * The arrivals of a saved search, at a glance.
 *
 * @param count the number of articles, 1 to {@value Arrival#MOST}
 * @param latest the time of the last arrival
 */
public record ArrivalSum(long count, Instant latest) {}
