package broadsheet.opensearch;

/**
 * Chooses the number of shards of an archive, and of their copies. Each of them costs a page of
 * results time on a processor, so small archives have one. Larger ones are spread over the data
 * nodes, which search at the same time.
 */
final class ShardCount {

  /** Sets another number, as for a small archive that is going to grow by updates. */
  static final String PROPERTY = "broadsheet.shards";

  /** Sets another number of further copies of each shard than one where there are two nodes. */
  static final String REPLICAS = "broadsheet.replicas";

  /** More documents than these, some 2 GB of news, are worth searching on a further node. */
  private static final long WORTH_A_NODE = 250_000;

  /** The most documents that a shard should have: some 40 GB of news. */
  private static final long MOST = 6_000_000;

  private ShardCount() {}

  /**
   * The number of shards, at least 1.
   *
   * @param nodes the number of data nodes
   */
  static int of(long documents, int nodes) {
    long spread = Math.min(Math.ceilDiv(documents, WORTH_A_NODE), nodes);
    long chosen = Math.max(Math.max(1, spread), Math.ceilDiv(documents, MOST));
    return Math.max(1, Integer.getInteger(PROPERTY, (int) chosen));
  }

  /**
   * The number of further copies of each shard.
   *
   * @param nodes the number of data nodes
   */
  static int replicas(int nodes) {
    return Integer.getInteger(REPLICAS, Math.min(1, nodes - 1));
  }
}
