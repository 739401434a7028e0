package broadsheet.lucene.words;

import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;

/**
 * A question about the words of a part's articles. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface WordQuestion<A> extends PartQuestion<A>
    permits PartSet.OldestQuestion,
        PartLines.LinesQuestion,
        PartLines.ChosenLinesQuestion,
        PartDraw.DrawQuestion,
        PartForms.FormsQuestion,
        NearWords.NearQuestion,
        SurfaceCounts.PrintedQuestion,
        PartFrequencies.FrequenciesQuestion,
        PartKeywords.KeywordsQuestion,
        PartKeywords.OthersQuestion,
        PartSequences.SequencesQuestion,
        PartSequences.ExactlyQuestion,
        PartSequences.ClustersQuestion,
        PartSequences.ClustersExactlyQuestion {

  /** Answers it within a time limit. */
  A answer(SearchBudget budget) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer(part.budget());
  }
}
