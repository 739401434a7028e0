package broadsheet.engine;

/**
 * What a session came to. Immutable.
 *
 * @param indexed articles that are new or changed
 * @param unchanged articles that were in the index and stay as they are
 * @param removed records that gave an article before and do so no longer
 * @param duplicates records read now that are the same, in every word, as an article kept
 */
public record IndexingReport(long indexed, long unchanged, long removed, long duplicates) {}
