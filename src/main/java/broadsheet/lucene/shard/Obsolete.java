package broadsheet.lucene.shard;

/**
 * A document of a shard that no state from the asked one on shows.
 *
 * @param id its id
 * @param home its routing value
 */
public record Obsolete(String id, String home) {}
