package broadsheet.engine.result;

import java.time.Instant;

/**
 * What came in for a saved search, at a glance.
 *
 * @param count how many articles, at least 1 and at most {@value Arrival#MOST}
 * @param latest when the last of them came in
 */
public record ArrivalSum(long count, Instant latest) {}
