package broadsheet.lucene.shard;

import java.io.IOException;

/**
 * A question to all shards of an archive. Each answers of its own articles, and knows nothing of
 * the others but the facts that are sent along. Where a question names articles, a shard answers
 * for those it has. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface Question<A>
    permits SearchQuestion, ArticleQuestion, ArchiveQuestion, QuestionBatch {

  /** Answers it. */
  A answer(ShardWork shard) throws IOException;
}
