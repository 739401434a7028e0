package broadsheet.opensearch;

/**
 * An index that questions are put to.
 *
 * @param name its own name, no alias
 * @param preference questions with the same text go to the same copies; empty if any will do
 * @param state the state of the archive to answer from, see {@link ArchiveState#asked}; empty for
 *     the one that each node knows
 */
public record AskedIndex(String name, String preference, String state) {

  /** The primaries of an index. */
  static final String PRIMARY = "_primary";

  /** The replicas of an index. */
  static final String REPLICA = "_replica";

  /** Any copies of its shards, in the state that each node knows. */
  public static AskedIndex of(String name) {
    return new AskedIndex(name, "", "");
  }
}
