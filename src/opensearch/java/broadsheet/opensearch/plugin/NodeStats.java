package broadsheet.opensearch.plugin;

import java.io.IOException;
import java.util.List;
import org.opensearch.action.support.nodes.BaseNodeResponse;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.ToXContentFragment;
import org.opensearch.core.xcontent.XContentBuilder;

/** The counts of one node; see {@link NodeCounts}. Immutable. */
final class NodeStats extends BaseNodeResponse implements ToXContentFragment {

  private final AskCounts.Sums questions;
  private final AskCounts.Sums shards;
  private final long besides;
  private final TimeValue patience;
  private final List<String> late;

  NodeStats(DiscoveryNode node, NodeCounts counts) {
    super(node);
    questions = counts.questions().sums();
    shards = counts.shards().sums();
    besides = counts.late().besides();
    patience = counts.late().shards().patience();
    late = counts.late().now();
  }

  NodeStats(StreamInput in) throws IOException {
    super(in);
    questions = new AskCounts.Sums(in);
    shards = new AskCounts.Sums(in);
    besides = in.readVLong();
    patience = in.readTimeValue();
    late = in.readStringList();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    questions.writeTo(out);
    shards.writeTo(out);
    out.writeVLong(besides);
    out.writeTimeValue(patience);
    out.writeStringCollection(late);
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder out, Params params) throws IOException {
    out.startObject(getNode().getId()).field("name", getNode().getName());
    questions.toXContent(out.startObject("questions"), params);
    out.field("asked_beside_late_copies", besides)
        .field("patience_in_millis", patience.millis())
        .field("late_nodes", late)
        .endObject();
    return shards.toXContent(out.startObject("shards"), params).endObject().endObject();
  }
}
