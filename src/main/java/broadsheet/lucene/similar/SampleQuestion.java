package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A question about samples of a query's hits and of the articles that they are compared with.
 * Immutable.
 *
 * @param <A> the answer
 */
public sealed interface SampleQuestion<A> extends PartQuestion<A> {

  /** Asks for both samples. */
  record SamplesQuestion(QueryNode query, Filters filters, Contrast contrast)
      implements SampleQuestion<List<PartWords.Sample>> {
    @Override
    public List<PartWords.Sample> answer(IndexPart part) throws IOException {
      return new PartSamples(query, filters, part.budget()).samples(contrast);
    }
  }

  /** Asks for the words of these samples. */
  record TallyQuestion(
      QueryNode query, Filters filters, List<BytesRef> within, List<BytesRef> around)
      implements SampleQuestion<PartWords> {
    @Override
    public PartWords answer(IndexPart part) throws IOException {
      return new PartSamples(query, filters, part.budget()).words(within, around);
    }
  }
}
