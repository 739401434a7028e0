package broadsheet.lucene.shard;

import broadsheet.lucene.part.PartQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several questions in one call, each answered separately. Immutable.
 *
 * @param questions the questions; their answers are sent as bytes, in this order
 */
public record QuestionBatch(List<PartQuestion<?>> questions)
    implements ShardQuestion<List<byte[]>> {

  @Override
  public List<byte[]> answer(ShardWork shard) throws IOException {
    List<byte[]> answers = new ArrayList<>();
    for (PartQuestion<?> question : questions) {
      answers.add(bytes(question, shard));
    }
    return answers;
  }

  /** The answer of a shard as bytes. */
  static <A> byte[] bytes(PartQuestion<A> question, ShardWork shard) throws IOException {
    return ShardCall.bytes(question, question.answer(shard), shard.protocol());
  }
}
