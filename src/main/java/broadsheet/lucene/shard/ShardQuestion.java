package broadsheet.lucene.shard;

import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import java.io.IOException;

/**
 * A question that only shards are asked. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface ShardQuestion<A> extends PartQuestion<A>
    permits SearchQuestion,
        StatisticsQuestion,
        QuestionBatch,
        UpdateQuestion,
        MeaningQuestion,
        PassageQuestion {

  /** Answers it. */
  A answer(ShardWork shard) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer((ShardWork) part);
  }
}
