package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.CallText;
import java.io.IOException;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.search.SearchExtBuilder;

/**
 * A question as the slow log shows it. Reads it only when it is written, since few questions are
 * slow. Immutable.
 */
final class QuestionSource extends SearchExtBuilder {

  private static final String NAME = "broadsheet";

  private final BytesReference question;

  QuestionSource(BytesReference question) {
    this.question = question;
  }

  @Override
  public XContentBuilder toXContent(XContentBuilder out, Params params) throws IOException {
    byte[] call = BytesReference.toBytes(question);
    return out.startObject(NAME)
        .field("question", CallText.kind(call))
        .field("query", CallText.queries(call))
        .endObject();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeBytesReference(question);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuestionSource source && source.question.equals(question);
  }

  @Override
  public int hashCode() {
    return question.hashCode();
  }
}
