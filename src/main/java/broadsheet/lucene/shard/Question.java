package broadsheet.lucene.shard;

import java.io.IOException;

/**
 * A question to all shards of an archive. Each answers for its own articles, and knows nothing of
 * the other shards but the facts sent with the question. If a question names articles, a shard
 * answers for those it has. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface Question<A>
    permits SearchQuestion,
        ArticleQuestion,
        ArchiveQuestion,
        WordQuestion,
        QuestionBatch,
        UpdateQuestion,
        MeaningQuestion,
        PassageQuestion {

  /** Answers it. */
  A answer(ShardWork shard) throws IOException;
}
