package broadsheet.engine;

/**
 * The result of an indexing session. Immutable.
 *
 * @param indexed articles that are new or changed
 * @param unchanged articles that were in the index and stay as they are
 * @param removed records that no longer give an article
 * @param duplicates records read in this session that are word for word the same as an article kept
 */
public record IndexingReport(long indexed, long unchanged, long removed, long duplicates) {}
