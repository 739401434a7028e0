package broadsheet.lucene.part;

import java.io.IOException;

/**
 * A question to every part of an archive. Each answers for its own articles, and knows nothing of
 * the other parts but the term statistics of the archive. If a question names articles, a part
 * answers for those it has. Immutable; equal questions have equal answers.
 *
 * @param <A> the answer; whoever asks merges those of all parts
 */
public interface PartQuestion<A> {

  /** Answers it for one part. */
  A answer(IndexPart part) throws IOException;
}
