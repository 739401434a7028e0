package broadsheet.opensearch.plugin;

/**
 * All that a node counts, apart from questions for versions.
 *
 * @param questions those to whole archives that clients put to this node
 * @param shards those to shards of this node
 * @param late the nodes that this node found late
 */
record NodeCounts(AskCounts questions, AskCounts shards, NodeLatencies late) {

  /** Nothing counted yet. */
  NodeCounts() {
    this(new AskCounts(), new AskCounts(), new NodeLatencies());
  }
}
